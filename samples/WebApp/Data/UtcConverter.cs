using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WebApp.Data;

/// <summary>SQLite compares and sorts text, which is the order of time only if all of it is UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
