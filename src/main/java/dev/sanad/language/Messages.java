package dev.sanad.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.Collections;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts of the interface in the six languages: UTF-8 bundles {@code messages/NAME.properties} (English) and {@code NAME_TAG.properties}, in
 * ICU message format with named arguments. Immutable and safe for use by many threads.
 */
public final class Messages {
    private final String name;

    /** Read once: formats are not safe for many threads, and copies of them cost less than reading. */
    private final Map<Wording, MessageFormat> read = new ConcurrentHashMap<>();

    /** A text of a bundle. */
    private record Wording(Language language, String key) {}

    public Messages(String name) {
        this.name = name;
    }

    /**
     * The text of {@code key} in {@code language}.
     *
     * @throws java.util.MissingResourceException where the key is in no bundle
     */
    public String text(Language language, String key, Map<String, ?> arguments) {
        MessageFormat format = read.computeIfAbsent(new Wording(language, key), this::read);
        return ((MessageFormat) format.clone()).format(arguments);
    }

    private MessageFormat read(Wording wording) {
        return new MessageFormat(
                bundle(wording.language()).getString(wording.key()),
                ULocale.forLanguageTag(wording.language().tag()));
    }

    public String text(Language language, String key) {
        return text(language, key, Map.of());
    }

    /** The keys that the bundle of {@code language} itself holds. */
    public Set<String> keys(Language language) {
        return Set.copyOf(Collections.list(bundle(language).getKeys()));
    }

    private ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "messages/" + name,
                language.locale(),
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
