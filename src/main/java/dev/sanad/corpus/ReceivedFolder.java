package dev.sanad.corpus;

import dev.sanad.corpus.ArticleReader.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The folder of what chats gave to the corpus: one Markdown file for each message, {@code CHAT/MESSAGE.md}, with front matter that tells where it comes
 * from and who may read it. It is state: an index can be made from it again, but not it from an index. A file appears, changes and goes as a whole. Safe for
 * use by many threads of one process.
 */
public final class ReceivedFolder {
    /** The name of its root; no other folder's. */
    public static final String ROOT = "received";

    private final Path folder;
    private final ArticleReader reader;

    /** @param folder need not exist before something is put into it */
    public ReceivedFolder(Path folder, ArticleReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** What became of a text that was received. */
    public enum Outcome {
        TAKEN,
        /** With its front matter it would be larger than {@code corpus.max-file-bytes}. */
        TOO_LARGE,
        /** It is no UTF-8 text, or holds nothing. */
        UNREADABLE
    }

    public Path path() {
        return folder;
    }

    /**
     * Whether there is no file for an index.
     *
     * @throws CorpusException where that cannot be told
     */
    public boolean isEmpty() {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(folder::relativize).noneMatch(ReceivedFolder::article);
        } catch (IOException e) {
            throw fault("listed", e);
        } catch (UncheckedIOException e) {
            throw fault("listed", Objects.requireNonNull(e.getCause()));
        }
    }

    private static boolean article(Path path) {
        boolean hidden = StreamSupport.stream(path.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
        return !hidden && FileCorpus.reads(path.getFileName().toString());
    }

    /** What it holds. */
    public Corpus alone() {
        return beside(List.of());
    }

    /**
     * What it holds, and the files of {@code paths}.
     *
     * @throws CorpusException as {@link FileCorpus#of}
     */
    public Corpus beside(List<Path> paths) {
        return FileCorpus.of(paths, Optional.of(folder).filter(Files::isDirectory));
    }

    /**
     * Takes in the words of a message, in place of what came with it before. Nothing in them is metadata.
     *
     * @throws CorpusException where it cannot be written
     */
    public Outcome put(Origin origin, String words) {
        return write(origin, FrontMatter.block(origin, Optional.empty()), words);
    }

    /**
     * Takes in a text file that came with a message, in place of what came with it before. What its own front matter states goes before the origin, but
     * for the audience.
     *
     * @throws CorpusException where it cannot be written
     */
    public Outcome put(Origin origin, byte[] file) {
        return switch (reader.read(file(origin, file))) {
            case Read.Decoded decoded -> {
                FrontMatter own = FrontMatter.of(decoded.text());
                yield write(
                        origin,
                        FrontMatter.block(origin, Optional.of(own)),
                        decoded.text().substring(own.end()));
            }
            case Read.Skipped skipped -> file.length > mostBytes() ? Outcome.TOO_LARGE : Outcome.UNREADABLE;
        };
    }

    private CorpusFile file(Origin origin, byte[] bytes) {
        return new CorpusFile(
                new ArticleId(ROOT, origin.chat() + "/" + origin.message() + ".md"), bytes.length, () -> bytes);
    }

    private synchronized Outcome write(Origin origin, String block, String body) {
        byte[] bytes = (block + body).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > mostBytes()) {
            return Outcome.TOO_LARGE;
        }
        if (body.isBlank() || reader.read(file(origin, bytes)) instanceof Read.Skipped) {
            return Outcome.UNREADABLE;
        }
        Path file = fileOf(origin.chat(), origin.message());
        // hidden until it is whole: hidden files are no articles
        Path begun = file.resolveSibling("." + file.getFileName());
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    begun,
                    bytes,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DSYNC);
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.TAKEN;
        } catch (IOException e) {
            throw fault("written", e);
        }
    }

    /** Whether something of that message is there. */
    public boolean holds(long chat, int message) {
        return Files.exists(fileOf(chat, message));
    }

    /**
     * Takes out what came with a message; false where there is nothing of it.
     *
     * @throws CorpusException where it cannot be deleted
     */
    public synchronized boolean remove(long chat, int message) {
        try {
            return Files.deleteIfExists(fileOf(chat, message));
        } catch (IOException e) {
            throw fault("written", e);
        }
    }

    /**
     * Takes out what was given in a chat for that chat alone; false where that is nothing.
     *
     * @throws CorpusException where it cannot be read or deleted
     */
    public synchronized boolean removeOwn(long chat) {
        try {
            List<Path> own = ownOf(chat);
            for (Path file : own) {
                Files.delete(file);
            }
            return !own.isEmpty();
        } catch (IOException e) {
            throw fault("cleared", e);
        }
    }

    /**
     * Gives what was given in a chat for that chat alone to another instead; false where that is nothing. Files keep their names.
     *
     * @throws CorpusException where it cannot be read or written
     */
    public synchronized boolean give(long from, long to) {
        try {
            List<Path> own = ownOf(from).stream()
                    .filter(file -> article(file.getFileName()))
                    .toList();
            for (Path file : own) {
                String text = Files.readString(file);
                FrontMatter before = FrontMatter.of(text);
                Origin origin = new Origin(
                        from, number(file), before.source(), before.published(), before.url(), Audience.of(to));
                write(origin, FrontMatter.block(origin, Optional.of(before)), text.substring(before.end()));
            }
            return !own.isEmpty();
        } catch (IOException e) {
            throw fault("read", e);
        }
    }

    /** Those that were being written when a process ended among them. */
    private List<Path> ownOf(long chat) throws IOException {
        Path given = folder.resolve(Long.toString(chat));
        if (!Files.isDirectory(given)) {
            return List.of();
        }
        Optional<String> audience = Optional.of(Long.toString(chat));
        List<Path> own = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(given, "*.md")) {
            for (Path file : files) {
                if (FrontMatter.of(Files.readString(file)).audience().equals(audience)) {
                    own.add(file);
                }
            }
        }
        return own;
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(".md", ""));
    }

    /** The most that a file in it may hold, its front matter among it. */
    public long mostBytes() {
        return reader.maxBytes();
    }

    private Path fileOf(long chat, int message) {
        return folder.resolve(Long.toString(chat)).resolve(message + ".md");
    }

    private CorpusException fault(String what, IOException cause) {
        return new CorpusException(
                "%s cannot be %s (%s): check its rights and the room on the disk, or set corpus.received"
                        .formatted(OneLine.of(folder.toString()), what, OneLine.of(cause)),
                cause);
    }
}
