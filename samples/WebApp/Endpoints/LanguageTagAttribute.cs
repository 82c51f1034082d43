using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace WebApp.Endpoints;

[AttributeUsage(AttributeTargets.Property)]
public sealed class LanguageTagAttribute() : ValidationAttribute("{0} must be a language tag, such as en-AU.")
{
    public override bool IsValid(object? value)
    {
        try
        {
            return value is null || (value is string tag && CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
