package dev.sanad.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line an event, whatever its message holds; the stack trace follows only where {@code dev.sanad} logs at debug level, with {@code --verbose}. */
public final class LogLayout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder text = new StringBuilder()
                .append(Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.SECONDS))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getLoggerName().replaceFirst(".*\\.", ""))
                .append(": ")
                .append(Printable.oneLine(String.valueOf(event.getFormattedMessage())));
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            text.append(": ").append(Printable.oneLine(thrown.getClassName() + ": " + thrown.getMessage()));
        }
        text.append(System.lineSeparator());
        if (thrown != null && verbose()) {
            ThrowableProxyUtil.asString(thrown)
                    .lines()
                    .skip(1)
                    .forEach(line -> text.append("  ")
                            .append(Printable.oneLine(line.strip()))
                            .append(System.lineSeparator()));
        }
        return text.toString();
    }

    private boolean verbose() {
        return getContext() instanceof ch.qos.logback.classic.LoggerContext loggers
                && loggers.getLogger("dev.sanad").getEffectiveLevel().toInt() <= Level.DEBUG_INT;
    }
}
