using System.Reflection;
using System.Reflection.Emit;

// Reflection, in a package that is not for Native AOT, and only when the host starts: what a delegate reads is known to no generated code. Where
// bodies cannot be read, nothing is found, and nothing is refused.
#pragma warning disable RS0030

namespace Vero.Typed;

/// <summary>Reads which methods and fields the body of a method mentions.</summary>
internal static class CallReader
{
    private const int TwoByteCode = 0xFE;
    private const int SwitchCase = 4;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => code.Value & 0xFFFF);

    /// <returns>Members in the order of the body; empty for a method without one.</returns>
    public static IEnumerable<MemberInfo> MembersOf(MethodBase method)
    {
        // A dynamic method belongs to no type and cannot be read.
        byte[]? body = method.DeclaringType is null ? null : method.GetMethodBody()?.GetILAsByteArray();
        if (body is null)
            yield break;
        int at = 0;
        while (at < body.Length)
        {
            int value = body[at++];
            if (value == TwoByteCode)
                value = (value << 8) | body[at++];
            OpCode code = Codes[value];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(body, at)) is { } member)
            {
                yield return member;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => SwitchCase * (1 + BitConverter.ToInt32(body, at)),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        Type[]? typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        try
        {
            return method.Module.ResolveMember(token, typeArguments, methodArguments);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException or TypeLoadException or FileNotFoundException)
        {
            // Of an assembly that is not there: not one of the application's.
            return null;
        }
    }
}
