using System.ComponentModel.DataAnnotations;

namespace WebApp.Endpoints;

/// <summary>As strict as Vero.Typed, so that what passes here can be sent; <see cref="EmailAddressAttribute"/> lets white space through.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailAttribute : RegularExpressionAttribute
{
    public EmailAttribute()
        : base(@"(?=.{3,254}$)[^@\s\p{Cc}]+@[^@\s\p{Cc}]+") => ErrorMessage = "{0} must be an email address.";
}
