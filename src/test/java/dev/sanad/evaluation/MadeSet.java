package dev.sanad.evaluation;

import dev.sanad.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A data set of invented documents in English and Russian, each with a number of its own that its questions ask for. */
public final class MadeSet {
    /** In each language. */
    public static final int DOCUMENTS = 24;

    private static final Map<Language, List<String>> TEXTS = Map.of(
            Language.ENGLISH,
            List.of(
                    "The harbour office opens early in the morning, and ship %d unloads its cargo of grain at the"
                            + " northern pier",
                    "Engineers of the mountain railway repaired bridge %d last week, while travellers waited in the"
                            + " valley",
                    "A farmer who keeps bees near village %d sold more honey this year than in the three years before"),
            Language.RUSSIAN,
            List.of(
                    "Контора порта открывается рано утром, и судно %d разгружает зерно у северного причала",
                    "Инженеры горной железной дороги починили мост %d на прошлой неделе, пока пассажиры ждали в долине",
                    "Пасечник возле деревни %d продал в этом году больше мёда, чем за три года до этого"));

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.RUSSIAN);

    private MadeSet() {}

    private static String text(Language written, Language about, int document) {
        List<String> texts = TEXTS.getOrDefault(written, List.of());
        return texts.get(document % texts.size()).formatted(1_000 + document * 7 + LANGUAGES.indexOf(about));
    }

    /** Writes it into {@code folder}. Of each document one question asks in its language, {@code q-…}, and one in the other, {@code x-…}. */
    public static Path in(Path folder) {
        StringBuilder corpus = new StringBuilder();
        StringBuilder queries = new StringBuilder();
        StringBuilder judgements = new StringBuilder("query-id\tcorpus-id\tscore\n");
        for (Language language : LANGUAGES) {
            for (int i = 0; i < DOCUMENTS; i++) {
                String id = language.tag() + "-" + i;
                corpus.append("{\"_id\": \"%s\", \"text\": \"%s.\", \"metadata\": {\"lang\": \"%s\"}}%n"
                        .formatted(id, text(language, language, i), language.tag()));
                for (Language asked : LANGUAGES) {
                    String query = (asked == language ? "q-" : "x-") + id;
                    queries.append("{\"_id\": \"%s\", \"text\": \"%s\"}%n".formatted(query, text(asked, language, i)));
                    judgements.append("%s\t%s\t1%n".formatted(query, id));
                }
            }
        }
        try {
            Files.createDirectories(folder.resolve("qrels"));
            Files.writeString(folder.resolve("corpus.jsonl"), corpus);
            Files.writeString(folder.resolve("queries.jsonl"), queries);
            Files.writeString(folder.resolve("qrels/test.tsv"), judgements);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
