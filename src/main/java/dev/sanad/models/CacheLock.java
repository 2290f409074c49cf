package dev.sanad.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One pull at a time in a cache, over processes and threads. The system lets go of it when the process ends, however it ends. */
final class CacheLock implements AutoCloseable {
    /** Of this process: on POSIX a lock is lost when the process closes any other channel of the file, so no second one is opened. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private CacheLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param folder stands already; the lock's file in it stays and holds the owner's process id
     * @throws ModelException where another holds it
     */
    static CacheLock take(Path folder) {
        Path file = Disk.io(folder, folder::toRealPath).resolve("lock");
        if (!HELD.add(file)) {
            throw busy(file);
        }
        boolean taken = false;
        try {
            FileChannel channel =
                    Disk.io(file, () -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            taken = Disk.io(file, () -> locked(channel));
            if (!taken) {
                throw busy(file);
            }
            return new CacheLock(file, channel);
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        if (channel.tryLock() == null) {
            channel.close();
            return false;
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return true;
    }

    private static ModelException busy(Path file) {
        return new ModelException("models in %s: another sanad (process %s) is pulling; wait for it"
                .formatted(file.getParent(), Disk.io(file, () -> Files.readString(file))));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ModelException("%s: cannot be closed; run it again".formatted(file), e);
        } finally {
            HELD.remove(file);
        }
    }
}
