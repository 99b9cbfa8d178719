import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an agent declined an offer is read with the decision that gave the work to another. */
export class FindDeclinedOffers1797100000100 implements MigrationInterface {
  name = 'FindDeclinedOffers1797100000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX offer_declined_of_work ON offer (work_id) WHERE state = 'declined'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX offer_declined_of_work');
  }
}
