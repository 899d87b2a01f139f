package dev.rung.driver.local;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One thread that is somebody else to the kernel, for good: user, groups and with them all rights to files. To Linux each
 * thread has its own; it is the C library that keeps them the same, so it is passed by. Only root's threads can do that.
 */
final class UserThread {
    /** The numbers of {@code setgroups}, {@code setresgid}, {@code setresuid} and {@code geteuid}. */
    private record Calls(long setGroups, long setGroup, long setUser, long user) {}

    private static final Map<String, Calls> CALLS = Map.of(
            "amd64", new Calls(116, 119, 117, 107),
            "x86_64", new Calls(116, 119, 117, 107),
            "aarch64", new Calls(159, 149, 147, 175));

    private final ExecutorService thread;

    private UserThread(ExecutorService thread) {
        this.thread = thread;
    }

    /** Empty if this is no such machine, or we are not root. */
    static Optional<UserThread> of(User user) {
        Calls calls = CALLS.get(System.getProperty("os.arch"));
        if (calls == null || !System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        ExecutorService thread = Executors.newSingleThreadExecutor(work ->
                Thread.ofPlatform().daemon().name("files of " + user.name()).unstarted(work));
        UserThread made = new UserThread(thread);
        try {
            if (made.call(() -> becomes(user, calls))) {
                return Optional.of(made);
            }
        } catch (IOException impossible) {
            // then it stays who it was, and is not used
        }
        thread.shutdown();
        return Optional.empty();
    }

    private static boolean becomes(User user, Calls calls) throws IOException {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor four = FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG);
        Optional<MemorySegment> syscall = linker.defaultLookup().find("syscall");
        if (syscall.isEmpty()) {
            return false;
        }
        MethodHandle call = linker.downcallHandle(syscall.get(), four, Linker.Option.firstVariadicArg(1));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment groups = arena.allocateFrom(
                    ValueLayout.JAVA_INT,
                    user.groups().stream().mapToInt(Integer::intValue).toArray());
            long group = Integer.toUnsignedLong(user.group());
            long id = Integer.toUnsignedLong(user.id());
            return (long) call.invokeExact(
                                    calls.setGroups(), (long) user.groups().size(), groups.address(), 0L)
                            == 0
                    && (long) call.invokeExact(calls.setGroup(), group, group, group) == 0
                    && (long) call.invokeExact(calls.setUser(), id, id, id) == 0
                    && (long) call.invokeExact(calls.user(), 0L, 0L, 0L) == id;
        } catch (Throwable failed) {
            throw new IOException("the kernel was not asked", failed);
        }
    }

    /** Does some work as him. */
    <T> T call(Callable<T> work) throws IOException {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException said -> throw said;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                default -> throw new IOException(failed.getCause());
            }
        }
    }
}
