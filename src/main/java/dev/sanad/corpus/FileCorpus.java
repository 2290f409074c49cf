package dev.sanad.corpus;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plain text and Markdown below given folders, and single files. Hidden files and folders are skipped, symbolic links followed once. A root is
 * called as its folder (a single file's root as the folder it lies in), with {@code -2}, {@code -3} … where the name is taken. A file
 * that several paths reach counts once, for the first; {@link ReceivedFolder} comes before all. Immutable and safe for use by many threads; lists the disk anew at each call.
 */
public final class FileCorpus implements Corpus {
    private static final Set<String> EXTENSIONS = Set.of("txt", "md", "markdown");

    /** Root name to the folder it stands for and what of it was asked for, in the order given. */
    private final Map<String, Root> roots;

    private record Root(Path folder, List<Path> paths) {}

    private FileCorpus(Map<String, Root> roots) {
        this.roots = roots;
    }

    /**
     * The corpus of {@code paths}, in the order given.
     *
     * @throws CorpusException where a path does not exist or is a file of another kind
     */
    public static FileCorpus of(List<Path> paths) {
        return of(paths, Optional.empty());
    }

    /**
     * The corpus of {@code paths} and of what was received.
     *
     * @param received a folder, called {@link ReceivedFolder#ROOT}
     * @throws CorpusException as {@link #of(List)}
     */
    static FileCorpus of(List<Path> paths, Optional<Path> received) {
        Map<String, Root> roots = new LinkedHashMap<>();
        received.map(FileCorpus::real)
                .ifPresent(
                        folder -> roots.put(ReceivedFolder.ROOT, new Root(folder, new ArrayList<>(List.of(folder)))));
        for (Path path : paths) {
            Path real = real(path);
            boolean folder = Files.isDirectory(real);
            if (!folder && !article(real)) {
                throw new CorpusException(
                        "%s is not an article: give folders, .txt or .md files".formatted(OneLine.of(path.toString())));
            }
            Path base = folder || real.getParent() == null ? real : real.getParent();
            add(roots, base, real);
        }
        return new FileCorpus(roots);
    }

    private static void add(Map<String, Root> roots, Path base, Path path) {
        for (Root root : roots.values()) {
            if (root.folder().equals(base)) {
                root.paths().add(path);
                return;
            }
        }
        // the colon ends a root's name in an article's id
        String name = base.getFileName() == null
                ? "root"
                : base.getFileName().toString().replace(':', '-');
        String unique = name;
        for (int i = 2; roots.containsKey(unique) || unique.equals(ReceivedFolder.ROOT); i++) {
            unique = name + "-" + i;
        }
        roots.put(unique, new Root(base, new ArrayList<>(List.of(path))));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            String shown = OneLine.of(path.toString());
            throw Files.exists(path)
                    ? new CorpusException(
                            "%s cannot be opened (%s): check its rights".formatted(shown, OneLine.of(e)), e)
                    : new CorpusException("%s does not exist: check the path".formatted(shown), e);
        }
    }

    @Override
    public List<CorpusFile> files() {
        Set<Path> seen = new HashSet<>();
        List<CorpusFile> files = new ArrayList<>();
        roots.forEach((name, root) -> {
            for (Path path : root.paths()) {
                walk(path, file -> {
                    if (seen.add(file.toRealPath())) {
                        files.add(file(name, root.folder(), file));
                    }
                });
            }
        });
        return files.stream().sorted().toList();
    }

    private static CorpusFile file(String root, Path folder, Path file) throws IOException {
        String relative =
                folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new CorpusFile(new ArticleId(root, relative), Files.size(file), () -> Files.readAllBytes(file));
    }

    private interface Found {
        void file(Path path) throws IOException;
    }

    private static void walk(Path start, Found found) {
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Walk(start, found));
        } catch (IOException e) {
            throw new CorpusException(
                    "%s cannot be listed (%s): check its rights".formatted(OneLine.of(start.toString()), OneLine.of(e)),
                    e);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Found found;

        Walk(Path start, Found found) {
            this.start = start;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(start) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && article(file) && (file.equals(start) || !hidden(file))) {
                found.file(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A loop of links is left where it closes and a dangling link is no file; a folder that may not be read is a fault of its own. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.isSymbolicLink(file) || !Files.exists(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }

    private static boolean hidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    private static boolean article(Path path) {
        return reads(String.valueOf(path.getFileName()));
    }

    /** Whether a file of that name is of a kind that is read, as far as its ending tells. */
    public static boolean reads(String name) {
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && name.contains(".");
    }
}
