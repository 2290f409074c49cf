package dev.sanad.corpus;

/**
 * What an article is called across runs: the name of its root and its path below it, with forward slashes.
 *
 * @param root name of the corpus root, unique among the roots of one index
 * @param path relative to the root
 */
public record ArticleId(String root, String path) {
    @Override
    public String toString() {
        return root + ":" + path;
    }
}
