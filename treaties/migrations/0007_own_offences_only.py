from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("treaties", "0006_a_party_may_be_suspended"),
    ]

    operations = [
        migrations.AddField(
            model_name="instrument",
            name="own_offences_only",
            field=models.BooleanField(default=False),
        ),
    ]
