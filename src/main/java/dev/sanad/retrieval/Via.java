package dev.sanad.retrieval;

/** How a passage was found. */
public enum Via {
    /** Words of the question's own language. */
    OWN,
    /** Numbers, dates and Latin words, which are written alike in every language. */
    NUMBERS,
    /** Names of countries, cities, languages, months, days, currencies and spelled-out numbers from Unicode CLDR. */
    CLDR,
    /** Concepts of the glossary. */
    GLOSSARY,
    /** Names by their sound. */
    SOUND,
    /** Vectors of an embedding model. */
    DENSE;

    /** By the prefix of an identifier of the interlingual field. */
    static Via ofId(String id) {
        return switch (id.charAt(0)) {
            case 'n', 'd', 'x' -> NUMBERS;
            case 'g' -> GLOSSARY;
            case 'k', 'q' -> SOUND;
            default -> CLDR;
        };
    }
}
