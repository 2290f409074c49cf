package dev.sanad.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.evaluation.Calibration.Bin;
import dev.sanad.evaluation.Calibration.Operating;
import java.util.Formatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Words and JSON of a {@link Calibration}. */
final class CalibrationReport {
    /** What a reader may be asked to bear: one in twenty questions without an answer gets one. */
    static final double FALSE_ANSWERS = 0.05;

    private static final double PERCENT = 100;

    private CalibrationReport() {}

    /** @param threshold to tell the shares at, beside the one that is found */
    static String text(Calibration calibration, OptionalDouble threshold) {
        Formatter text = new Formatter(new StringBuilder(), Locale.ROOT);
        text.format(
                "Confidence, %d questions marked answerable or not%n",
                calibration.judged().size());
        text.format("%-12s %6s %11s %11s%n", "  from", "n", "confidence", "answerable");
        for (Bin bin : calibration.bins()) {
            text.format("  %-10.1f %6d %11.4f %11.4f%n", bin.from(), bin.n(), bin.confidence(), bin.answerable());
        }
        text.format(
                "  Brier score %.4f, expected calibration error %.4f%n",
                calibration.brier(), calibration.expectedError());
        calibration
                .withFalseAnswers(FALSE_ANSWERS)
                .ifPresentOrElse(
                        at -> put(text, at),
                        () -> text.format("  no threshold keeps false answers to %.0f %%%n", FALSE_ANSWERS * PERCENT));
        threshold.ifPresent(x -> put(text, calibration.at(x)));
        return text.toString();
    }

    private static void put(Formatter text, Operating at) {
        text.format(
                "  at threshold %.4f: %.2f %% false answers, %.2f %% of the answerable answered%n",
                at.threshold(), at.falseAnswers() * PERCENT, at.answered() * PERCENT);
    }

    /** {@code {n, brier, expectedCalibrationError, bins: [{from, n, confidence, answerable}], atFalseAnswers, atThreshold}}. */
    static void put(ObjectNode json, Calibration calibration, OptionalDouble threshold) {
        json.put("n", calibration.judged().size())
                .put("brier", calibration.brier())
                .put("expectedCalibrationError", calibration.expectedError());
        ArrayNode bins = json.putArray("bins");
        calibration
                .bins()
                .forEach(bin -> bins.addObject()
                        .put("from", bin.from())
                        .put("n", bin.n())
                        .put("confidence", bin.confidence())
                        .put("answerable", bin.answerable()));
        put(json, "atFalseAnswers", calibration.withFalseAnswers(FALSE_ANSWERS));
        put(json, "atThreshold", threshold.stream().mapToObj(calibration::at).findFirst());
    }

    private static void put(ObjectNode json, String name, Optional<Operating> at) {
        at.ifPresentOrElse(
                point -> json.putObject(name)
                        .put("threshold", point.threshold())
                        .put("falseAnswers", point.falseAnswers())
                        .put("answered", point.answered()),
                () -> json.putNull(name));
    }
}
