package dev.sanad.conversation;

class RememberedHistoryTest extends HistoryContractTest {
    @Override
    History history(int tokens) {
        return new RememberedHistory(tokens);
    }
}
