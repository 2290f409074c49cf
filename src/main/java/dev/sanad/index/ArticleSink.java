package dev.sanad.index;

import dev.sanad.corpus.Article;
import dev.sanad.passage.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Puts articles into an index, with the vectors of their passages where there is a model; texts of several articles share a request. After a
 * fault of the model nothing more is asked of it. Safe for use by many threads.
 */
public final class ArticleSink {
    /** One is worked on while the other's vectors are written; a server on this machine gains nothing from more. */
    private static final int REQUESTS_AT_A_TIME = 2;

    private final Semaphore turns = new Semaphore(REQUESTS_AT_A_TIME);
    private final PassageIndexWriter writer;
    private final Optional<Embedder> embedder;
    private final Queue<RuntimeException> faults = new ConcurrentLinkedQueue<>();
    private List<Split> waiting = new ArrayList<>();
    private int waitingPassages;

    public ArticleSink(PassageIndexWriter writer, Optional<Embedder> embedder) {
        this.writer = writer;
        this.embedder = embedder;
    }

    private record Split(Article article, List<Passage> passages) {}

    /** Takes an article over; it is in the index after {@link #flush} at the latest, which also tells of faults. */
    public void put(Article article, List<Passage> passages) {
        if (embedder.isEmpty()) {
            writer.put(article, passages);
            return;
        }
        List<Split> full =
                add(new Split(article, List.copyOf(passages)), embedder.get().batchSize());
        if (full.isEmpty()) {
            return;
        }
        turns.acquireUninterruptibly();
        try {
            if (faults.isEmpty()) {
                write(full, embedder.get());
            }
        } catch (RuntimeException e) {
            // thrown by flush, after the other threads' requests under way have ended
            faults.add(e);
        } finally {
            turns.release();
        }
    }

    /** The articles that fill a request; none until there are enough. */
    private synchronized List<Split> add(Split split, int enough) {
        waiting.add(split);
        waitingPassages += split.passages.size();
        return waitingPassages < enough ? List.of() : taken();
    }

    private synchronized List<Split> taken() {
        List<Split> taken = waiting;
        waiting = new ArrayList<>();
        waitingPassages = 0;
        return taken;
    }

    private void write(List<Split> splits, Embedder model) {
        List<float[]> vectors = model.passages(splits.stream()
                .flatMap(split -> split.passages.stream())
                .map(Documents::searched)
                .toList());
        int at = 0;
        for (Split split : splits) {
            writer.put(split.article, split.passages, vectors.subList(at, at + split.passages.size()));
            at += split.passages.size();
        }
    }

    /**
     * Puts what still waits; to be called once, after the last article.
     *
     * @throws EmbeddingException where the model failed for good at any of them; the index must not be committed then
     */
    public void flush() {
        RuntimeException fault = faults.peek();
        if (fault != null) {
            throw fault;
        }
        embedder.ifPresent(model -> write(taken(), model));
    }
}
