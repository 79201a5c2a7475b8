from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("treaties", "0008_an_instrument_may_take_the_place_of_another"),
    ]

    operations = [
        migrations.AddField(
            model_name="participation",
            name="remark",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
    ]
