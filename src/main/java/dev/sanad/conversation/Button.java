package dev.sanad.conversation;

/**
 * A button under an answer.
 *
 * @param key opaque and random, 22 characters of base64url: the callback data
 * @param marker of the citation whose card it opens; {@link #BACK} leads back to the answer
 */
public record Button(String key, int marker) {
    public static final int BACK = 0;

    public boolean back() {
        return marker == BACK;
    }
}
