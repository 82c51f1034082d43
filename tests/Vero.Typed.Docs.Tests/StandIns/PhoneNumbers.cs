#pragma warning disable // the shape and names of another project's types
namespace PhoneNumbers;

/// <summary>Stands for the class of the package libphonenumber-csharp.</summary>
public class PhoneNumberUtil
{
    public static PhoneNumberUtil GetInstance() => new();

    public PhoneNumber Parse(string number, string region) => throw new NumberParseException();

    public bool IsValidNumber(PhoneNumber number) => false;

    public string Format(PhoneNumber number, PhoneNumberFormat format) => "";
}

public class PhoneNumber;

public enum PhoneNumberFormat
{
    E164,
}

public class NumberParseException : Exception;
