import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the classes of jars ready for an AOT cache. What they do stays as it is.
 *
 * <ul>
 *   <li>Classes older than Java 6 have no stack maps, and the cache leaves them out: they are raised to the version of the
 *       JDK that runs this.
 *   <li>A {@code switch} over types is linked when it is first come to, at 1 to 2 ms each, and the cache does not keep that:
 *       it becomes a chain of {@code instanceof}, which is what it is linked to.
 * </ul>
 *
 * <p>usage: {@code java Prepare.java JAR…}
 */
final class Prepare {
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final MethodTypeDesc CHAIN = MethodTypeDesc.of(CD_int, CD_Object, CD_int);

    private final ClassFile classes;

    private Prepare(ClassLoader loader) {
        classes = ClassFile.of(
                StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
    }

    public static void main(String[] jars) throws IOException {
        URL[] all = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            all[i] = Path.of(jars[i]).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(all)) {
            for (String jar : jars) {
                new Prepare(loader).prepare(Path.of(jar));
            }
        }
    }

    private void prepare(Path jar) throws IOException {
        Path prepared = jar.resolveSibling(jar.getFileName() + ".prepared");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(prepared);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(entry.getName().endsWith(".class") ? prepared(bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.move(prepared, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] prepared(byte[] bytes) {
        ClassModel one = classes.parse(bytes);
        boolean old = one.majorVersion() < ClassFile.JAVA_6_VERSION;
        if (!old && !bootstraps(one)) {
            return bytes;
        }
        List<List<ClassDesc>> chains = new ArrayList<>();
        boolean anInterface = one.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
        CodeTransform code = (builder, element) -> {
            List<ClassDesc> types = typesOf(element);
            if (types.isEmpty()) {
                builder.with(element);
            } else {
                builder.invokestatic(one.thisClass().asSymbol(), name(chains.size()), CHAIN, anInterface);
                chains.add(types);
            }
        };
        return classes.transformClass(
                one,
                ClassTransform.transformingMethodBodies(code)
                        .andThen((builder, element) -> builder.with(old ? raised(element) : element))
                        .andThen(ClassTransform.endHandler(builder -> addChains(builder, chains))));
    }

    private static boolean bootstraps(ClassModel one) {
        return one.findAttribute(java.lang.classfile.Attributes.bootstrapMethods())
                .isPresent();
    }

    private static ClassElement raised(ClassElement element) {
        return element instanceof ClassFileVersion ? ClassFileVersion.of(ClassFile.latestMajorVersion(), 0) : element;
    }

    /** The types that a switch tells apart, or nothing if this is no such switch. */
    private static List<ClassDesc> typesOf(CodeElement element) {
        if (!(element instanceof InvokeDynamicInstruction linked)
                || !linked.bootstrapMethod().owner().equals(SWITCHES)
                || !linked.bootstrapMethod().methodName().equals("typeSwitch")) {
            return List.of();
        }
        List<ClassDesc> types = new ArrayList<>();
        for (ConstantDesc label : linked.bootstrapArgs()) {
            if (!(label instanceof ClassDesc type) || type.isPrimitive()) {
                return List.of();
            }
            types.add(type);
        }
        return types;
    }

    private static String name(int chain) {
        return "$switch$" + chain;
    }

    private static void addChains(ClassBuilder builder, List<List<ClassDesc>> chains) {
        for (int i = 0; i < chains.size(); i++) {
            List<ClassDesc> types = chains.get(i);
            builder.withMethodBody(
                    name(i),
                    CHAIN,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> chain(code, types));
        }
    }

    /** As {@code SwitchBootstraps.typeSwitch} has it: -1 for null, the first label from the second argument on that fits. */
    private static void chain(CodeBuilder code, List<ClassDesc> types) {
        code.aload(0)
                .ifThen(
                        java.lang.classfile.Opcode.IFNULL,
                        absent -> absent.iconst_m1().ireturn());
        for (int i = 0; i < types.size(); i++) {
            int label = i;
            code.iload(1)
                    .loadConstant(label)
                    .ifThen(
                            java.lang.classfile.Opcode.IF_ICMPLE,
                            reached -> reached.aload(0)
                                    .instanceOf(types.get(label))
                                    .ifThen(
                                            java.lang.classfile.Opcode.IFNE,
                                            fits -> fits.loadConstant(label).ireturn()));
        }
        code.loadConstant(types.size()).ireturn();
    }
}
