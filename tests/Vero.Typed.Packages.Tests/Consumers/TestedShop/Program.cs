using Shop;
using Vero.Typed;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddVero(builder.Configuration.GetSection("Vero"));
builder.Services.AddVeroBackgroundDelivery();
builder.Services.AddSingleton<SignUp>();
WebApplication app = builder.Build();
app.MapPost("/customers/{id}", static (string id, SignUp signUp, CancellationToken cancellationToken) => signUp.RunAsync(new Customer(id, "Free"), cancellationToken));
app.MapPost("/customers/{id}/orders/{number}", static async (string id, string number, IVeroQueue queue, CancellationToken cancellationToken) =>
    await queue.EnqueueAsync(new OrderPlaced(id, number).ToTrackRequest(), cancellationToken));
app.Run();
