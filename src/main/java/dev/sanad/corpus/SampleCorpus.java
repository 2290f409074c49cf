package dev.sanad.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The briefs that come with the program, for a first try: Markdown files on the class path, named by {@code index.txt}, one a line. */
public final class SampleCorpus implements Corpus {
    /** Name of its one root. */
    public static final String ROOT = "sample";

    private final String folder;

    public SampleCorpus() {
        this("/sample/");
    }

    /** @param folder on the class path, with a slash at both ends */
    SampleCorpus(String folder) {
        this.folder = folder;
    }

    @Override
    public List<CorpusFile> files() {
        try {
            return new String(read("index.txt"), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(this::file)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CorpusException("the sample corpus is not in this build: build again", e);
        }
    }

    private CorpusFile file(String name) {
        try {
            return new CorpusFile(new ArticleId(ROOT, name), read(name).length, () -> read(name));
        } catch (IOException e) {
            throw new CorpusException(
                    "sample corpus: %s is in index.txt but not in this build: build again".formatted(name), e);
        }
    }

    private byte[] read(String name) throws IOException {
        try (InputStream stream = SampleCorpus.class.getResourceAsStream(folder + name)) {
            if (stream == null) {
                throw new FileNotFoundException(folder + name);
            }
            return stream.readAllBytes();
        }
    }
}
