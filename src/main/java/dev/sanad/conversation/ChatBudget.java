package dev.sanad.conversation;

import dev.sanad.answer.Account;
import dev.sanad.answer.Usage;

/**
 * The account of a chat: open until the tokens of a day are spent; the reply that spends the last of them is not cut. Kept in the store, so a restart gives
 * nothing back. Safe for use by many threads.
 *
 * @param tokensPerDay read and written together
 */
public record ChatBudget(Store store, long chat, long tokensPerDay) implements Account {
    @Override
    public boolean open() {
        return store.spentToday(chat) < tokensPerDay;
    }

    @Override
    public void charge(Usage usage) {
        store.spend(chat, usage.tokens().total());
    }
}
