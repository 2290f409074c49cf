package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.CitationVerifier.Verified;
import dev.sanad.index.Analyzers;
import dev.sanad.language.Language;
import dev.sanad.retrieval.Evidence;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model says of the passages, the question and itself, where an article has the same words for something else. */
class OwnWordsTest {
    private static final CitationVerifier GATE = new CitationVerifier(Analyzers.packed());

    /**
     * A passage, and what a model may write from it.
     *
     * @param talk of the passages and of answering, all of whose other words stand in the passage
     * @param right what the passage states, about a document, with and without a word about the passage
     */
    private record Written(Language language, List<String> passage, List<String> talk, List<String> right) {
        Evidence evidence() {
            return Given.passage(language.tag() + ".md", language, passage.toArray(String[]::new));
        }
    }

    private static final List<Written> SIX = List.of(
            new Written(
                    Language.ENGLISH,
                    List.of(
                            "Article 5 of the treaty forbids foreign bases on the island.",
                            "The source of the document said that the minister found no answer to the question in"
                                    + " another language.",
                            "A channel for payment contains specific information, said a note."),
                    List.of(
                            "The passage states that the passage is in another language.",
                            "I am sorry, but I cannot answer this question.",
                            "The provided texts do not contain any specific information.",
                            "According to the article, the answer is not found in the source."),
                    List.of(
                            "Foreign bases on the island are forbidden by Article 5 of the treaty.",
                            "According to the passage, the treaty forbids foreign bases on the island.",
                            "The minister found no answer to the question in another language, the source of the"
                                    + " document said.")),
            new Written(
                    Language.RUSSIAN,
                    List.of(
                            "Статья 5 договора запрещает иностранные базы на острове.",
                            "Источник документа сообщил, что министр не нашёл ответа на вопрос на другом языке.",
                            "Текст сообщения содержит конкретные сведения о платежах."),
                    List.of(
                            "В отрывке сообщается, что отрывок написан на другом языке.",
                            "К сожалению, я не могу ответить на этот вопрос.",
                            "Предоставленные тексты не содержат конкретных сведений.",
                            "Согласно статье, ответ в источнике не указан."),
                    List.of(
                            "Иностранные базы на острове запрещает статья 5 договора.",
                            "Согласно отрывку, договор запрещает иностранные базы на острове.",
                            "Министр не нашёл ответа на вопрос на другом языке, сообщил источник документа.")),
            new Written(
                    Language.ARABIC,
                    List.of(
                            "تحظر المادة 5 من المعاهدة القواعد الأجنبية في الجزيرة.",
                            "قال مصدر الوثيقة إن الوزير لم يجد إجابة عن السؤال بلغة أخرى.",
                            "يتضمن نص المقال معلومات محددة عن المدفوعات."),
                    List.of(
                            "يذكر المقطع أن المقطع مكتوب بلغة أخرى.",
                            "عذرا، لا أستطيع الإجابة عن هذا السؤال.",
                            "لا تتضمن النصوص المقدمة معلومات محددة.",
                            "وفقا للمقال لا توجد إجابة في المصدر."),
                    List.of(
                            "القواعد الأجنبية في الجزيرة تحظرها المادة 5 من المعاهدة.",
                            "وفقا للمقطع تحظر المعاهدة القواعد الأجنبية في الجزيرة.",
                            "لم يجد الوزير إجابة عن السؤال بلغة أخرى كما قال مصدر الوثيقة.")),
            new Written(
                    Language.PERSIAN,
                    List.of(
                            "ماده ۵ پیمان پایگاه‌های خارجی را در جزیره ممنوع می‌کند.",
                            "منبع سند گفت که وزیر پاسخی برای پرسش به زبان دیگر پیدا نکرد.",
                            "متن مقاله شامل اطلاعات مشخص درباره پرداخت‌ها است."),
                    List.of(
                            "متن می‌گوید که متن به زبان دیگری است.",
                            "متأسفانه نمی‌توانم به این پرسش پاسخ دهم.",
                            "متن‌های ارائه‌شده شامل اطلاعات مشخص نیستند.",
                            "طبق مقاله، پاسخ در منبع پیدا نشد."),
                    List.of(
                            "پایگاه‌های خارجی در جزیره طبق ماده ۵ پیمان ممنوع است.",
                            "طبق متن، پیمان پایگاه‌های خارجی را در جزیره ممنوع می‌کند.",
                            "وزیر برای پرسش به زبان دیگر پاسخی پیدا نکرد، منبع سند گفت.")),
            new Written(
                    Language.CHINESE_SIMPLIFIED,
                    List.of("条约第五条禁止在岛上设立外国基地。", "文件的来源称，部长没有找到用另一种语言回答问题的办法。", "文章的内容提供了有关付款的具体信息。"),
                    List.of("该段落指出，该段落是用另一种语言写的。", "很抱歉，我无法回答这个问题。", "所提供的文本没有具体信息。", "根据文章，来源没有提到答案。"),
                    List.of("在岛上设立外国基地为条约第五条所禁止。", "根据这段文字，条约禁止在岛上设立外国基地。", "文件的来源称，部长没有找到用另一种语言回答问题的办法。")),
            new Written(
                    Language.CHINESE_TRADITIONAL,
                    List.of("條約第五條禁止在島上設立外國基地。", "文件的來源稱，部長沒有找到用另一種語言回答問題的辦法。", "文章的內容提供了有關付款的具體資訊。"),
                    List.of("該段落指出，該段落是用另一種語言寫的。", "很抱歉，我無法回答這個問題。", "所提供的文本沒有具體資訊。", "根據文章，來源沒有提到答案。"),
                    List.of("在島上設立外國基地為條約第五條所禁止。", "根據這段文字，條約禁止在島上設立外國基地。", "文件的來源稱，部長沒有找到用另一種語言回答問題的辦法。")));

    static Stream<Arguments> passagesAndTalk() {
        return SIX.stream()
                .flatMap(passage -> SIX.stream()
                        .flatMap(written -> written.talk.stream()
                                .map(talk -> Arguments.of(passage.evidence(), written.language, talk))));
    }

    @ParameterizedTest
    @MethodSource("passagesAndTalk")
    void talkOfThePassagesIsSupportedByNothing(Evidence evidence, Language language, String talk) {
        assertThat(verify(talk, List.of(evidence), language).sentences()).isEmpty();
        assertThat(verify(talk + " [1]", List.of(evidence), language).sentences())
                .isEmpty();
    }

    static Stream<Arguments> right() {
        return SIX.stream()
                .flatMap(written -> written.right.stream().map(right -> Arguments.of(written.language, right)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void aSentenceAboutADocumentIsNoTalkOfThePassages(Language language, String right) {
        List<Evidence> evidence = SIX.stream().map(Written::evidence).toList();
        int own = SIX.stream().map(Written::language).toList().indexOf(language) + 1;
        Verified verified = verify("%s [%d]".formatted(right, own), evidence, language);
        assertThat(verified.sentences()).hasSize(1);
        assertThat(verified.recited()).isZero();
    }

    @Test
    void aSentenceWithAFactBesideTheDocumentStays() {
        Evidence evidence = Given.passage(
                "a.md", Language.ENGLISH, "The text of the agreement was published on 17 January 2025, sources said.");
        assertThat(verify("The document was published on 17 January 2025 [1].", List.of(evidence), Language.ENGLISH)
                        .sentences())
                .hasSize(1);
    }

    private static Verified verify(String reply, List<Evidence> evidence, Language language) {
        return GATE.verify(new Reply.Text(reply, true), evidence, language);
    }
}
