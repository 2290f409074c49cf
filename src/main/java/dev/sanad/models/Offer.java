package dev.sanad.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the hub would send for a model, all of one revision.
 *
 * @param revision the commit, or what was asked where the hub names none
 * @param files the model's file first
 */
record Offer(String revision, List<HubFile> files) {
    private static final String DEFAULT_REVISION = "main";

    Offer {
        files = List.copyOf(files);
    }

    /**
     * Asks for the pinned files at the pinned revision where there is a pin and nobody named another.
     *
     * @throws ModelException where the hub contradicts the pin or itself
     */
    static Offer of(Hub hub, ModelName name, Optional<Pin> pin, Optional<String> revision) {
        String asked = revision.or(() -> pin.map(Pin::revision)).orElse(DEFAULT_REVISION);
        List<String> paths = pin.map(Pin::paths)
                .or(() -> Optional.of(name.files()).filter(files -> !files.isEmpty()))
                .orElseGet(() -> OnnxExport.of(name.repository(), hub.paths(name.repository(), asked)));
        HubFile first = hub.state(name.repository(), asked, paths.getFirst());
        String at = first.commit().orElse(asked);
        List<HubFile> files = new ArrayList<>(List.of(first.at(at)));
        for (String path : paths.subList(1, paths.size())) {
            files.add(hub.state(name.repository(), at, path));
        }
        Offer offer = new Offer(at, files);
        offer.checkOneCommit(name);
        pin.ifPresent(pinned -> offer.checkAsPinned(name, pinned));
        return offer;
    }

    /** In bytes; 0 where the hub does not state them all. */
    long bytes() {
        return files.stream().allMatch(file -> file.bytes().isPresent())
                ? files.stream().mapToLong(file -> file.bytes().orElseThrow()).sum()
                : 0;
    }

    private void checkOneCommit(ModelName name) {
        for (HubFile file : files) {
            if (file.commit().isPresent() && !file.commit().get().equals(revision)) {
                throw new ModelException("model %s: the hub states commit %s for %s at revision %s; run it again"
                        .formatted(name.value(), file.commit().get(), file.path(), revision));
            }
        }
    }

    private void checkAsPinned(ModelName name, Pin pin) {
        if (!revision.equals(pin.revision())) {
            throw differing(name, "revision %s, pinned is %s".formatted(revision, pin.revision()));
        }
        files.stream()
                .flatMap(file -> pin.difference(file).stream())
                .findFirst()
                .ifPresent(difference -> {
                    throw differing(name, difference);
                });
    }

    private static ModelException differing(ModelName name, String difference) {
        return new ModelException(
                "model %s: the hub states %s in models.lock; nothing was changed; if it is meant to change: sanad models pull %s --update"
                        .formatted(name.value(), difference, name.value()));
    }
}
