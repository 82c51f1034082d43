using System.ComponentModel.DataAnnotations;

namespace WebApp.Endpoints;

[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneIdAttribute() : ValidationAttribute("{0} must be the name of a time zone, such as Australia/Brisbane.")
{
    public override bool IsValid(object? value) => value is null || (value is string id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _));
}
