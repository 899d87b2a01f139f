package dev.rung.model.prove;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a mutant of one file, and sets a catcher of its own on it, with the model's other classes around. */
final class Laboratory {
    private static final String OURS = "dev.rung.";

    private final Path sources;
    private final Path folder;
    private final long limit;

    /**
     * @param sources of the model's packages
     * @param folder for what is compiled
     * @param limit of one mutant in seconds
     */
    Laboratory(Path sources, Path folder, long limit) {
        this.sources = sources;
        this.folder = folder;
        this.limit = limit;
    }

    /** By what it is caught; empty if by nothing. */
    String caughtBy(Mutant mutant, long seed, int randomHops) throws IOException {
        Path classes = compiled(mutant);
        try (URLClassLoader loader =
                new OwnFirst(new URL[] {url(classes), url(placeOf(Trials.class)), url(placeOf(Proof.class))})) {
            FutureTask<String> task = new FutureTask<>(() -> caughtBy(loader, seed, randomHops));
            Thread thread = new Thread(task, mutant.name());
            thread.setDaemon(true);
            thread.start();
            return task.get(limit, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return "it does not come to an end";
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(mutant.name(), failed);
        }
    }

    private static String caughtBy(ClassLoader loader, long seed, int randomHops) throws ReflectiveOperationException {
        Method caughtBy =
                loader.loadClass(Catcher.class.getName()).getDeclaredMethod("caughtBy", long.class, int.class);
        caughtBy.setAccessible(true);
        return (String) caughtBy.invoke(null, seed, randomHops);
    }

    private Path compiled(Mutant mutant) throws IOException {
        Path home = Files.createTempDirectory(folder, "mutant");
        Path source = home.resolve("src").resolve(mutant.file() + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, mutant.applied(Files.readString(sources.resolve(mutant.file() + ".java"))));
        Path classes = Files.createDirectories(home.resolve("classes"));
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean fine = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-nowarn",
                                "-proc:none",
                                "-cp",
                                placeOf(Proof.class).toString(),
                                "-d",
                                classes.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        if (!fine) {
            throw new IllegalStateException("`" + mutant.name() + "` does not compile: " + said);
        }
        return classes;
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    /** What is ours it loads itself, and not what was loaded before. */
    private static final class OwnFirst extends URLClassLoader {
        OwnFirst(URL[] urls) {
            super(urls, Laboratory.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(OURS)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}
