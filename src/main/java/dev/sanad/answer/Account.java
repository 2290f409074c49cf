package dev.sanad.answer;

/** Whom the replies of language models are charged to. Implementations are safe for use by many threads. */
public interface Account {
    /** Whether a model may be asked now. */
    boolean open();

    /** Charges a reply, also one that was of no use. */
    void charge(Usage usage);
}
