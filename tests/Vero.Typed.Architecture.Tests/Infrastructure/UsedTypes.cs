using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Vero.Typed.Architecture.Tests;

/// <summary>What the compiled code of a type mentions: types of fields, parameters and locals, and owners of what is called or read.</summary>
internal static class UsedTypes
{
    /// <summary>The types that an assembly has, with all that are inside of them.</summary>
    public static IEnumerable<TypeDefinition> All(AssemblyDefinition assembly) => assembly.MainModule.GetTypes();

    /// <summary>The namespace of a type, or of the type around it.</summary>
    public static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    /// <summary>The types that a type mentions, those inside of generic ones included.</summary>
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Mentioned(type).SelectMany(Parts).Distinct();

    /// <summary>The members that a type calls or reads.</summary>
    public static IEnumerable<MemberReference> MembersUsedBy(TypeDefinition type) =>
        Instructions(type).Select(static instruction => instruction.Operand).OfType<MemberReference>();

    /// <summary>The code of a type.</summary>
    public static IEnumerable<Instruction> Instructions(TypeDefinition type) =>
        type.Methods.Where(static method => method.HasBody).SelectMany(static method => method.Body.Instructions);

    private static IEnumerable<TypeReference> Mentioned(TypeDefinition type)
    {
        if (type.BaseType is not null)
            yield return type.BaseType;
        foreach (InterfaceImplementation implemented in type.Interfaces)
            yield return implemented.InterfaceType;
        foreach (FieldDefinition field in type.Fields)
            yield return field.FieldType;
        foreach (MethodDefinition method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (ParameterDefinition parameter in method.Parameters)
                yield return parameter.ParameterType;
            foreach (VariableDefinition variable in method.HasBody ? method.Body.Variables : [])
                yield return variable.VariableType;
        }

        foreach (MemberReference member in MembersUsedBy(type))
        {
            yield return member as TypeReference ?? member.DeclaringType;
            foreach (TypeReference argument in member is GenericInstanceMethod generic ? generic.GenericArguments : [])
                yield return argument;
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
