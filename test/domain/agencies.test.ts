import { agencyName, defaultAgencies, findAgency, findTeam, teamLabel } from '../../src/domain/agencies';

const teams = defaultAgencies.flatMap((agency) => agency.teams);

describe('The coded lists', () => {
  it('have each code once, and each label once', () => {
    expect(new Set(defaultAgencies.map(({ code }) => code)).size).toBe(defaultAgencies.length);
    expect(new Set(teams.map(({ code }) => code)).size).toBe(teams.length);
    expect(new Set(teams.map(({ code }) => teamLabel(defaultAgencies, code))).size).toBe(teams.length);
  });

  it('have codes that fit in a card, a key and an address', () => {
    for (const { code, agency } of teams) {
      expect(code).toMatch(/^[a-z]{2}-[a-z]{2,5}$/);
      expect(code.startsWith(`${agency}-`)).toBe(true);
    }
  });

  it.each(defaultAgencies.map((agency) => [agency.name, agency] as const))(
    'of %s end with one entry that cannot be checked',
    (_name, agency) => {
      expect(agency.teams.filter(({ uncheckable }) => uncheckable).map(({ code }) => code)).toEqual([
        `${agency.code}-other`,
      ]);
      expect(agency.teams.at(-1)!.uncheckable).toBe(true);
    },
  );

  it('know schools, because their holidays count', () => {
    expect(defaultAgencies.filter(({ school }) => school).map(({ code }) => code)).toEqual(['ed']);
  });

  it('read as people say it', () => {
    expect(teamLabel(defaultAgencies, 'hl-sn')).toBe('Health: school nursing');
    expect(agencyName(defaultAgencies, 'po-ch')).toBe('Police');
    expect(findTeam(defaultAgencies, 'cs-iro')).toMatchObject({ name: 'quality and review', agency: 'cs' });
  });

  it.each(['', 'cs', 'nowhere', 'toString', 'CS-FS'])('do not know %j, and show it as it is', (code) => {
    expect(findTeam(defaultAgencies, code)).toBeUndefined();
    expect(findAgency(defaultAgencies, code)).toBeUndefined();
    expect([teamLabel(defaultAgencies, code), agencyName(defaultAgencies, code)]).toEqual([code, code]);
  });
});
