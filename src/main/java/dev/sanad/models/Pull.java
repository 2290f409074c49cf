package dev.sanad.models;

import dev.sanad.models.Pin.PinnedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Brings a model into the cache and pins it. Bytes that differ from what the hub states or from the pin are thrown away. What was fetched before a cut or a
 * kill is gone on from. Safe for use by many threads: a second pull in the same cache is refused.
 */
public final class Pull {
    private final Hub hub;
    private final ModelCache cache;
    private final PinFile pins;

    public Pull(Hub hub, ModelCache cache, PinFile pins) {
        this.hub = hub;
        this.cache = cache;
        this.pins = pins;
    }

    /** Told in bytes of the whole model, from one thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * After each piece.
         *
         * @param all 0 where the hub does not state it
         */
        void done(long bytes, long all);
    }

    /**
     * Goes to the network only where the pinned bytes do not stand in the cache already.
     *
     * @param wanted a known name, or {@code OWNER/REPO}
     * @param revision a branch, tag or commit; the pinned one or {@code main} where empty
     * @param update whether the pin may be replaced
     * @throws ModelException with the cache's models and the pins as they were
     */
    public Pulled pull(String wanted, Optional<String> revision, boolean update, Progress progress) {
        ModelName name = ModelName.of(wanted);
        pins.checkWritable();
        try (CacheLock held = cache.lock()) {
            Optional<Pin> pin =
                    Optional.ofNullable(pins.read().get(name.value())).filter(pinned -> !update);
            Path folder = cache.folder(name.value());
            if (pin.isPresent() && revision.isEmpty() && standing(folder, pin.get())) {
                return new Pulled(name.value(), folder, pin.get(), false, Set.of());
            }
            Offer offer = Offer.of(hub, name, pin, revision);
            Optional<Map<String, Digests>> there = standing(folder, offer);
            Map<String, Digests> files = there.orElseGet(() -> fetch(name, offer, pin, progress));
            Pin fresh = pinned(name, offer, files);
            if (!pin.equals(Optional.of(fresh))) {
                pins.put(name.value(), fresh);
            }
            return new Pulled(name.value(), folder, fresh, there.isEmpty(), unstated(offer));
        }
    }

    private static boolean standing(Path folder, Pin pin) {
        return pin.files().entrySet().stream().allMatch(file -> {
            Path place = folder.resolve(file.getKey());
            return Files.isRegularFile(place) && file.getValue().provenBy(digests(place));
        });
    }

    /** The digests of a folder that another project pulled into, say; empty where not every file is as the hub states it. */
    private static Optional<Map<String, Digests>> standing(Path folder, Offer offer) {
        Map<String, Digests> files = new LinkedHashMap<>();
        for (HubFile file : offer.files()) {
            Path place = folder.resolve(file.name());
            if (file.digest().isEmpty() || !Files.isRegularFile(place)) {
                return Optional.empty();
            }
            Digests digests = digests(place);
            if (!file.provenBy(digests)) {
                return Optional.empty();
            }
            files.put(file.name(), digests);
        }
        return Optional.of(files);
    }

    private Map<String, Digests> fetch(ModelName name, Offer offer, Optional<Pin> pin, Progress progress) {
        cache.checkSpace(name.value(), offer.bytes());
        Path staging = cache.staging(name.value(), offer.revision());
        Map<String, Digests> files = new LinkedHashMap<>();
        for (HubFile file : offer.files()) {
            long before = files.values().stream().mapToLong(Digests::bytes).sum();
            Digests digests = fetch(
                    name, file, pin, staging.resolve(file.name()), done -> progress.done(before + done, offer.bytes()));
            files.put(file.name(), digests);
        }
        cache.publish(name.value(), staging);
        return files;
    }

    private Digests fetch(ModelName name, HubFile stated, Optional<Pin> pin, Path place, LongConsumer progress) {
        if (Files.isRegularFile(place)) {
            Digests digests = digests(place);
            if (stated.provenBy(digests)) {
                return digests;
            }
        }
        PartFile part = new PartFile(place);
        hub.download(name.repository(), stated, part).complete(progress);
        Digests digests = part.digests();
        Optional<String> fault = fault(stated, pin, digests);
        if (fault.isPresent()) {
            part.discard();
            throw new ModelException(
                    "model %s, %s: %s; the file was removed; run it again, or set models.url to another hub"
                            .formatted(name.value(), stated.path(), fault.get()));
        }
        part.finish();
        return digests;
    }

    private static Optional<String> fault(HubFile stated, Optional<Pin> pin, Digests came) {
        if (!stated.sizeFits(came)) {
            return Optional.of("the hub states %d bytes and sent %s"
                    .formatted(
                            stated.bytes().getAsLong(),
                            came.bytes() > stated.bytes().getAsLong() ? "more" : Long.toString(came.bytes())));
        }
        Optional<StatedDigest> wrong = stated.digest().filter(digest -> !digest.matches(came));
        if (wrong.isPresent()) {
            return Optional.of(
                    "the hub states %s and sent other bytes (SHA-256 %s)".formatted(wrong.get(), came.sha256()));
        }
        return pin.flatMap(pinned -> Optional.ofNullable(pinned.files().get(stated.name())))
                .filter(file -> !file.provenBy(came))
                .map(file ->
                        "pinned in models.lock is SHA-256 %s, the hub sent %s".formatted(file.sha256(), came.sha256()));
    }

    private static Pin pinned(ModelName name, Offer offer, Map<String, Digests> files) {
        TreeMap<String, PinnedFile> pinned = new TreeMap<>();
        for (HubFile file : offer.files()) {
            Digests digests = Objects.requireNonNull(files.get(file.name()));
            pinned.put(file.name(), new PinnedFile(file.path(), digests.bytes(), digests.sha256()));
        }
        return new Pin(name.repository(), offer.revision(), pinned);
    }

    private static Set<String> unstated(Offer offer) {
        return offer.files().stream()
                .filter(file -> file.digest().isEmpty())
                .map(HubFile::name)
                .collect(Collectors.toSet());
    }

    private static Digests digests(Path file) {
        return Disk.io(file, () -> Digests.of(file));
    }
}
