package dev.rung.engine.run;

import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.Verifier.Answer;
import dev.rung.engine.run.Verifier.Verdict;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What is done beside the usual way, by programs and by people. Of code that they change it sees what has come of it. */
final class Deeds {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final Verifier verifier;
    private final RunLog log;
    private final Operator operator;

    Deeds(World world, Verifier verifier, RunLog log, Operator operator) {
        this.world = world;
        this.verifier = verifier;
        this.log = log;
        this.operator = operator;
    }

    String run(Run run, Duration within) throws Trouble {
        Command command = run.command();
        List<String> words = new ArrayList<>();
        for (Expression word : command.words()) {
            words.add(value(word).shown());
        }
        Map<String, String> environment = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> variable : command.environment().entrySet()) {
            environment.put(variable.getKey(), value(variable.getValue()).shown());
        }
        Surroundings at = world.surroundings(command.place());
        Optional<Path> directory = Optional.empty();
        if (command.directory().isPresent()) {
            directory = Optional.of(at.path(value(command.directory().get())));
        }
        Commands.Line line = new Commands.Line(words, directory, environment);
        Commands.Finished finished = at.commands().run(line, within, true);
        if (!command.expect().contains(finished.exitCode())) {
            throw new Trouble(
                    "`" + run.title() + "` ended with exit code " + finished.exitCode() + lastLines(finished.output()));
        }
        return "";
    }

    /** What may have been sent before is sent once more only if somebody says so. */
    String sendOnce(String step, Send send, Duration within) throws Trouble, Unanswered {
        if (log.timesBegun(step) > 1) {
            Optional<String> who = answer(step, arrived(step, send));
            if (who.isPresent()) {
                return "it has arrived, says " + who.get();
            }
            if (answer(step, onceMore(step, send)).isEmpty()) {
                throw inDoubt(step, send);
            }
        }
        return send(send.request(), send.title(), within);
    }

    /** @throws Unanswered if it may have been sent before, and nobody is there who could know */
    void mustBeAnswered(String step, Send send) throws Unanswered {
        boolean somebody = operator.isThereFor(arrived(step, send)) || operator.isThereFor(onceMore(step, send));
        if (log.timesBegun(step) > 0 && !somebody) {
            throw inDoubt(step, send);
        }
    }

    private Optional<String> answer(String step, Ask question) {
        Optional<String> who = operator.isThereFor(question) ? operator.answer(question) : Optional.empty();
        who.ifPresent(name -> log.append(new Entry.Answered(step, question.name(), name)));
        return who;
    }

    private static Ask arrived(String step, Send send) {
        String text = "`" + send.title() + "` was being sent when the run stopped: has it arrived?";
        return new Ask(Send.arrived(step), text, false, Optional.empty(), Changes.nothing(step, true));
    }

    private static Ask onceMore(String step, Send send) {
        String text = "Is `" + send.title() + "` to be sent now, although it may have been sent before?";
        return new Ask(Send.onceMore(step), text, false, Optional.empty(), Changes.nothing(step, true));
    }

    private static Unanswered inDoubt(String step, Send send) {
        return new Unanswered(
                Send.arrived(step),
                "`" + send.title() + "` was being sent when the run stopped, and nobody says whether it has arrived (`"
                        + Send.onceMore(step) + "` sends it once more)");
    }

    /**
     * Once: whatever has become of it, it is not sent again by itself. What has no answer in its time is in flight until it
     * has one.
     */
    String send(Request request, String title, Duration within) throws Trouble {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> header : request.headers().entrySet()) {
            headers.put(header.getKey(), value(header.getValue()).shown());
        }
        Optional<String> body = Optional.empty();
        if (request.body().isPresent()) {
            body = Optional.of(value(request.body().get()).shown());
        }
        String url = value(request.url()).shown();
        Requests.Answer answer = answer(new Requests.Sent(request.method(), url, headers, body), within);
        boolean fine = request.expect().isEmpty()
                ? answer.status() >= 200 && answer.status() < 300
                : request.expect().contains(answer.status());
        if (!fine) {
            throw new Trouble("`" + title + "` was answered " + answer.status() + lastLines(answer.text()));
        }
        return "answered " + answer.status();
    }

    /**
     * In the shape that chats take: {@code {"text": "…"}}. A chat that does not answer takes no upgrade back: that it was
     * not told is said, and waited for by nobody.
     */
    String notify(Notify notify, Duration within) {
        String body = JSON.writeValueAsString(Map.of("text", notify.text()));
        try {
            Requests.Sent sent = new Requests.Sent(
                    "POST", value(notify.url()).shown(), Map.of("Content-Type", "application/json"), Optional.of(body));
            return "answered " + world.requests().send(sent, within).status();
        } catch (Requests.InDoubt doubt) {
            doubt.open().ifPresent(Requests.Open::close);
            return "perhaps not told: " + doubt.words();
        } catch (Trouble trouble) {
            return "not told: " + trouble.words();
        }
    }

    private Requests.Answer answer(Requests.Sent sent, Duration within) throws Trouble {
        try {
            return world.requests().send(sent, within);
        } catch (Requests.InDoubt doubt) {
            doubt.open().ifPresent(world.outstanding()::add);
            throw doubt;
        }
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        return last.isEmpty() ? "" : "; the last it said: " + String.join(" | ", last);
    }

    String ask(String step, Ask question) throws Unanswered {
        Optional<String> who = operator.answer(question);
        if (who.isEmpty()) {
            throw missing(question);
        }
        if (question.verify().isPresent()) {
            Verdict verdict = verifier.ask(question.verify().get());
            if (verdict.answer() != Answer.YES) {
                throw new Unanswered(
                        question.name(), "`" + question.name() + "` was said to be done, but: " + verdict.words());
            }
        }
        log.append(new Entry.Answered(step, question.name(), who.get()));
        return "by " + who.get();
    }

    /** Where nobody is asked nothing is begun. */
    void mustBeAnswered(Ask question) throws Unanswered {
        if (!operator.isThereFor(question)) {
            throw missing(question);
        }
    }

    private static Unanswered missing(Ask question) {
        String kind = question.deed() ? "the deed `" : "the confirmation `";
        return new Unanswered(question.name(), kind + question.name() + "` is missing: " + question.text());
    }

    Value value(Expression expression) throws Trouble {
        return switch (world.evaluate(expression)) {
            case Value.Unknown(String why) -> throw new Trouble(why);
            case Value known -> known;
        };
    }

    /** Whatever goes wrong with it, the code from before is there to be put back. */
    void keep(Changes changes) throws Trouble {
        for (String artifact : changes.code()) {
            world.artifact(artifact).keep();
        }
    }

    /** No release file knows what a deed makes of code: what is seen behind it is what it was to become. */
    void note(Changes changes, String words, Stretch stretch) throws Trouble {
        String hop = stretch.hop().map(Item.Hop::id).orElse("");
        for (String artifact : changes.code()) {
            Optional<String> digest = world.artifact(artifact).inPlace();
            if (digest.isEmpty()) {
                throw new Trouble("behind this, `" + artifact + "` is not there any more: " + words);
            }
            if (digest.equals(Optional.ofNullable(stretch.old().get(artifact)))) {
                throw new Trouble("`" + artifact
                        + "` is the same as at the start of the hop, and this was to change it: " + words);
            }
            log.append(new Entry.CodeChanged(hop, artifact, digest.get()));
        }
    }
}
