package dev.rung.model.prove;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a mutant of one file, and sets a catcher of its own on it, with the model's other classes around. */
final class Laboratory {
    private static final String OURS = "dev.rung.";

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final JavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private final Path sources;
    private final long limit;

    /**
     * @param sources of the model's packages
     * @param limit of one mutant in seconds
     */
    Laboratory(Path sources, long limit) {
        this.sources = sources;
        this.limit = limit;
    }

    /**
     * By what it is caught; empty if by nothing.
     *
     * @param first what is tried first, since it has caught it before
     */
    String caughtBy(Mutant mutant, long seed, int randomHops, String first) throws IOException {
        URL[] places = {url(placeOf(Trials.class)), url(placeOf(Proof.class))};
        try (URLClassLoader loader = new OwnFirst(places, compiled(mutant))) {
            FutureTask<String> task = new FutureTask<>(() -> caughtBy(loader, seed, randomHops, first));
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

    private static String caughtBy(ClassLoader loader, long seed, int randomHops, String first)
            throws ReflectiveOperationException {
        Method caughtBy = loader.loadClass(Catcher.class.getName())
                .getDeclaredMethod("caughtBy", long.class, int.class, String.class);
        caughtBy.setAccessible(true);
        return (String) caughtBy.invoke(null, seed, randomHops, first);
    }

    /** By name its classes. */
    private Map<String, byte[]> compiled(Mutant mutant) throws IOException {
        String source = mutant.applied(Files.readString(sources.resolve(mutant.file() + ".java")));
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///dev/rung/model/" + mutant.file() + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        InMemory out = new InMemory(files);
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-nowarn", "-proc:none", "-cp", placeOf(Proof.class).toString());
        if (!compiler.getTask(said, out, null, options, null, List.of(file)).call()) {
            throw new IllegalStateException("`" + mutant.name() + "` does not compile: " + said);
        }
        Map<String, byte[]> classes = new HashMap<>();
        out.written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    private static Path placeOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    /** What is compiled goes to no disk. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, is -> new ByteArrayOutputStream());
                }
            };
        }
    }

    /** What is ours it loads itself, and not what was loaded before. */
    private static final class OwnFirst extends URLClassLoader {
        private final Map<String, byte[]> mutants;

        OwnFirst(URL[] urls, Map<String, byte[]> mutants) {
            super(urls, Laboratory.class.getClassLoader());
            this.mutants = mutants;
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

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] mutant = mutants.get(name);
            return mutant == null ? super.findClass(name) : defineClass(name, mutant, 0, mutant.length);
        }
    }
}
