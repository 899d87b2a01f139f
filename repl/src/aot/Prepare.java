import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.Attributes;
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
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the classes of jars ready for an AOT cache. What they do stays as it is.
 *
 * <ul>
 *   <li>Classes older than Java 6 have no stack maps, and the cache leaves them out: they are raised to the version of the
 *       JDK that runs this.
 *   <li>A {@code switch} over types and a record's {@code equals} and {@code hashCode} are linked when they are first come
 *       to, at 1 to 2 ms each, and the cache does not keep that: each becomes a method that does what it is linked to.
 * </ul>
 *
 * <p>usage: {@code java Prepare.java JAR…}
 */
final class Prepare {
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
        List<Linked> linked = new ArrayList<>();
        boolean anInterface = one.flags().has(AccessFlag.INTERFACE);
        CodeTransform code = (builder, element) -> {
            Optional<Linked> found = element instanceof InvokeDynamicInstruction call ? linked(call) : Optional.empty();
            found.ifPresentOrElse(
                    method -> {
                        builder.invokestatic(
                                one.thisClass().asSymbol(), name(linked.size()), method.type(), anInterface);
                        linked.add(method);
                    },
                    () -> builder.with(element));
        };
        return classes.transformClass(
                one,
                ClassTransform.transformingMethodBodies(code)
                        .andThen((builder, element) -> builder.with(old ? raised(element) : element))
                        .andThen(ClassTransform.endHandler(builder -> add(builder, linked))));
    }

    private static boolean bootstraps(ClassModel one) {
        return one.findAttribute(Attributes.bootstrapMethods()).isPresent();
    }

    private static ClassElement raised(ClassElement element) {
        return element instanceof ClassFileVersion ? ClassFileVersion.of(ClassFile.latestMajorVersion(), 0) : element;
    }

    /** What a call is linked to in the end, as a method of its class. */
    private record Linked(MethodTypeDesc type, Consumer<CodeBuilder> body) {}

    private static Optional<Linked> linked(InvokeDynamicInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        List<ConstantDesc> arguments = call.bootstrapArgs();
        String bootstrap = call.bootstrapMethod().owner().displayName() + "."
                + call.bootstrapMethod().methodName();
        return switch (bootstrap + " " + call.name().stringValue()) {
            case "SwitchBootstraps.typeSwitch typeSwitch" ->
                arguments.stream().allMatch(Prepare::isType)
                        ? Optional.of(new Linked(type, code -> choose(code, arguments)))
                        : Optional.empty();
            case "ObjectMethods.bootstrap hashCode" ->
                Optional.of(new Linked(type, code -> hash(code, (ClassDesc) arguments.getFirst(), fields(arguments))));
            case "ObjectMethods.bootstrap equals" ->
                Optional.of(
                        new Linked(type, code -> compare(code, (ClassDesc) arguments.getFirst(), fields(arguments))));
            default -> Optional.empty();
        };
    }

    private static boolean isType(ConstantDesc label) {
        return label instanceof ClassDesc type && !type.isPrimitive();
    }

    private static List<DirectMethodHandleDesc> fields(List<ConstantDesc> arguments) {
        return arguments.stream()
                .skip(2)
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private static String name(int number) {
        return "$linked$" + number;
    }

    private static void add(ClassBuilder builder, List<Linked> methods) {
        for (int i = 0; i < methods.size(); i++) {
            builder.withMethodBody(
                    name(i),
                    methods.get(i).type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    methods.get(i).body());
        }
    }

    /** As {@code SwitchBootstraps.typeSwitch} has it: -1 for null, else the first type from the second argument on. */
    private static void choose(CodeBuilder code, List<ConstantDesc> types) {
        code.aload(0).ifThen(Opcode.IFNULL, absent -> absent.iconst_m1().ireturn());
        for (int i = 0; i < types.size(); i++) {
            int label = i;
            code.iload(1)
                    .loadConstant(label)
                    .ifThen(
                            Opcode.IF_ICMPLE,
                            reached -> reached.aload(0)
                                    .instanceOf((ClassDesc) types.get(label))
                                    .ifThen(
                                            Opcode.IFNE,
                                            fits -> fits.loadConstant(label).ireturn()));
        }
        code.loadConstant(types.size()).ireturn();
    }

    /** As {@code ObjectMethods} has it: 31 times what came before, plus the next. */
    private static void hash(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.bipush(31).imul().aload(0).getfield(record, field.methodName(), type);
            code.invokestatic(
                    holder(type), "hashCode", MethodTypeDesc.of(CD_int, type.isPrimitive() ? type : CD_Object));
            code.iadd();
        }
        code.ireturn();
    }

    /** As {@code ObjectMethods} has it: numbers with a point by their order, other primitives by value. */
    private static void compare(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> fields) {
        code.aload(0).aload(1).ifThen(Opcode.IF_ACMPEQ, same -> same.iconst_1().ireturn());
        code.aload(1)
                .instanceOf(record)
                .ifThen(Opcode.IFEQ, other -> other.iconst_0().ireturn());
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.aload(0).getfield(record, field.methodName(), type);
            code.aload(1).checkcast(record).getfield(record, field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(holder(type), "compare", MethodTypeDesc.of(CD_int, type, type));
                code.ifThen(Opcode.IFNE, differs -> differs.iconst_0().ireturn());
            } else {
                code.invokestatic(holder(type), "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
                code.ifThen(Opcode.IFEQ, differs -> differs.iconst_0().ireturn());
            }
        }
        code.iconst_1().ireturn();
    }

    /** The class whose static methods compare values of a type. */
    private static ClassDesc holder(ClassDesc type) {
        return switch (type.descriptorString()) {
            case "Z" -> CD_Boolean;
            case "B" -> CD_Byte;
            case "C" -> CD_Character;
            case "S" -> CD_Short;
            case "I" -> CD_Integer;
            case "J" -> CD_Long;
            case "F" -> CD_Float;
            case "D" -> CD_Double;
            default -> ClassDesc.of("java.util.Objects");
        };
    }
}
