package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Account;
import dev.sanad.answer.Bill;
import dev.sanad.answer.Tokens;
import dev.sanad.answer.Usage;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CallBudgetsTest {
    private static final Usage REPLY = new Usage("default", "m", new Tokens(1, 1, true), Optional.empty());

    @Test
    void aUserAndAGroupAreEachHeldToTheirOwn() {
        CallBudgets budgets = new CallBudgets(OptionalLong.of(2), OptionalLong.of(3));
        assertThat(budgets.left(7, 7)).hasValue(2);
        charge(budgets, 7, 7);
        charge(budgets, -5, 7);
        assertThat(open(budgets, 7, 7)).isFalse();
        assertThat(open(budgets, -5, 7)).isFalse();
        assertThat(budgets.left(-5, 7)).hasValue(0);

        charge(budgets, -5, 8);
        charge(budgets, -5, 9);
        assertThat(open(budgets, -5, 10)).isFalse();
        assertThat(open(budgets, 10, 10)).isTrue();
        assertThat(open(budgets, -6, 10)).isTrue();
        assertThat(budgets.left(-6, 8)).hasValue(1);
    }

    @Test
    void withoutABoundTheRestAloneDecides() {
        CallBudgets budgets = new CallBudgets(OptionalLong.empty(), OptionalLong.empty());
        charge(budgets, 7, 7);
        assertThat(open(budgets, 7, 7)).isTrue();
        assertThat(budgets.left(7, 7)).isEmpty();
        Account closed = budgets.account(7, 7, new Account() {
            @Override
            public boolean open() {
                return false;
            }

            @Override
            public void charge(Usage usage) {}
        });
        assertThat(closed.open()).isFalse();
    }

    @Test
    void whatIsChargedIsChargedToTheRestToo() {
        Bill bill = new Bill();
        new CallBudgets(OptionalLong.of(1), OptionalLong.empty())
                .account(7, 7, bill)
                .charge(REPLY);
        assertThat(bill.charged()).containsExactly(REPLY);
    }

    private static void charge(CallBudgets budgets, long chat, long user) {
        budgets.account(chat, user, new Bill()).charge(REPLY);
    }

    private static boolean open(CallBudgets budgets, long chat, long user) {
        return budgets.account(chat, user, new Bill()).open();
    }
}
