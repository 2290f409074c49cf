package dev.sanad.corpus;

import java.util.List;

/** Where articles come from. Implementations are immutable and safe for use by many threads. */
public interface Corpus {
    /**
     * The files as they are now, sorted by id, each once.
     *
     * @throws CorpusException where they cannot be listed
     */
    List<CorpusFile> files();
}
