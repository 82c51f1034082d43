using System.ComponentModel.DataAnnotations;

namespace WebApp.Endpoints;

/// <summary>As strict as Vero.Typed, so that what passes here can be sent; <see cref="EmailAddressAttribute"/> lets white space through.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailAttribute : RegularExpressionAttribute
{
    public EmailAttribute()
        : base(@"(?=.{3,254}$)[^@\s\p{Cc}]+@[^@\s\p{Cc}]+") => ErrorMessage = "{0} must be an email address.";

    // The base class lets an empty text through. Null is no text: [Required] refuses it where there must be one.
    public override bool IsValid(object? value) => value is not "" && base.IsValid(value);
}
