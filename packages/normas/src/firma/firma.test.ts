import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diasDe, EFECTIVO } from '../calendario/index.ts';
import { diasEntre, fecha, fechaEnBogota, sumarDias } from '../fechas/index.ts';
import {
  aptitudPara,
  DIAS_DE_AVISO,
  diaDeAviso,
  leerContrasenaDeFirma,
  limiteDeRenovacion,
  refuerzoHasta,
  vigenciaHasta,
} from './index.ts';

const en = (texto: string) => new Date(texto);

describe('vigencia de la firma', () => {
  it('tres años, hasta el final del mismo día en Bogotá', () => {
    expect(vigenciaHasta(en('2026-03-10T15:00:00Z'))).toEqual(en('2029-03-10T23:59:59-05:00'));
    // Ten at night in Bogotá is already the next day in UTC.
    expect(vigenciaHasta(en('2026-03-11T03:00:00Z'))).toEqual(en('2029-03-10T23:59:59-05:00'));
  });

  it('la emitida un 29 de febrero vence un 28', () => {
    expect(fechaEnBogota(vigenciaHasta(en('2028-02-29T15:00:00Z')))).toBe('2031-02-28');
  });

  it('el margen son tres días hábiles, sin sábados, domingos ni festivos', () => {
    // Lunes 12 de enero de 2026 es festivo: viernes 9, jueves 8, miércoles 7.
    expect(limiteDeRenovacion(en('2026-01-13T23:59:59-05:00'))).toBe('2026-01-07');
    expect(limiteDeRenovacion(en('2026-03-13T23:59:59-05:00'))).toBe('2026-03-10');
  });

  it('entre el límite y el final hay siempre tres días hábiles, contado el límite', () => {
    const dias = diasDe(EFECTIVO);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (n) => {
        const fin = sumarDias(fecha('2026-01-01'), n);
        const limite = limiteDeRenovacion(en(`${fin}T12:00:00-05:00`));
        const entre = Array.from({ length: diasEntre(limite, fin) }, (_, i) => sumarDias(limite, i));
        expect(entre.filter((d) => dias.esHabil(d))).toHaveLength(3);
        expect(dias.esHabil(limite)).toBe(true);
      }),
    );
  });
});

describe('factor reforzado tras cambiar el correo', () => {
  const antes = { valor: 'a@x.co', desde: en('2026-01-01T00:00:00Z') };
  const cambio = { valor: 'b@x.co', desde: en('2026-03-10T15:00:00Z') };

  it('72 horas desde el cambio, y ni un segundo más', () => {
    const fin = en('2026-03-13T15:00:00Z');
    expect(refuerzoHasta([antes, cambio], en('2026-03-10T15:00:00Z'))).toEqual(fin);
    expect(refuerzoHasta([antes, cambio], en('2026-03-13T14:59:59Z'))).toEqual(fin);
    expect(refuerzoHasta([antes, cambio], fin)).toBeUndefined();
  });

  it('una versión nueva con el mismo correo no cuenta, y el primero tampoco', () => {
    expect(refuerzoHasta([antes, { ...antes, desde: cambio.desde }], cambio.desde)).toBeUndefined();
    expect(refuerzoHasta([cambio], cambio.desde)).toBeUndefined();
  });

  it('deshacer el cambio también es un cambio', () => {
    const deshecho = { valor: 'a@x.co', desde: en('2026-03-11T15:00:00Z') };
    expect(refuerzoHasta([antes, cambio, deshecho], deshecho.desde)).toEqual(en('2026-03-14T15:00:00Z'));
  });
});

describe('contraseña de la firma', () => {
  it.each([
    ['corta', 'corta 1'],
    ['larga', `a1${'x'.repeat(127)}`],
    ['repetida', 'aaaaaaaaaaa1'],
  ])('%s', (codigo, escrita) => {
    expect(leerContrasenaDeFirma(escrita)).toMatchObject({ ok: false, codigo });
  });

  it('una frase con espacios y tildes sirve, con números o sin ellos', () => {
    for (const frase of ['mañana compro 3 aguacates', 'cometa molino turpial'])
      expect(leerContrasenaDeFirma(frase)).toMatchObject({ ok: true });
  });

  it('doce caracteres son doce, aunque una tilde se escriba aparte', () => {
    expect(leerContrasenaDeFirma('n\u0303n\u0303n\u0303abcde12')).toMatchObject({
      ok: false,
      codigo: 'corta',
    });
  });
});

describe('¿podría firmar ese día?', () => {
  const hoy = fecha('2026-03-10');
  const vence = fecha('2026-04-09');
  const todo = {
    certificadoHasta: en('2029-03-10T23:59:59-05:00'),
    contrasenaUsadaEn: en('2026-02-01T15:00:00Z'),
    correoConfirmadoEn: en('2026-02-01T15:00:00Z'),
  };
  const codigos = (cambios: Partial<typeof todo> | Record<string, undefined>) =>
    aptitudPara(vence, hoy, { ...todo, ...cambios }).faltas.map(({ codigo }) => codigo);

  it('con todo al día, está lista', () => {
    expect(aptitudPara(vence, hoy, todo)).toEqual({ lista: true, faltas: [] });
  });

  it.each([
    ['sin firma', { certificadoHasta: undefined }, ['sin-firma']],
    ['la firma vence un día antes', { certificadoHasta: en('2026-04-08T23:59:59-05:00') }, ['vence-antes']],
    [
      'la contraseña no se usa hace más de seis meses',
      { contrasenaUsadaEn: en('2025-09-09T15:00:00Z') },
      ['contrasena-sin-usar'],
    ],
    ['el correo no se confirma', { correoConfirmadoEn: undefined }, ['correo-sin-confirmar']],
  ])('%s', (_que, cambios, esperado) => {
    expect(codigos(cambios)).toEqual(esperado);
  });

  it('la que vence el mismo día sirve', () => {
    expect(codigos({ certificadoHasta: en('2026-04-09T23:59:59-05:00') })).toEqual([]);
  });

  it('los avisos son a 30, 15, 7 y 1 días; entre ellos vale el último alcanzado', () => {
    const a = (faltan: number) => diaDeAviso(sumarDias(hoy, faltan), hoy);
    expect([31, 30, 16, 15, 8, 7, 2, 1, 0, -1].map(a)).toEqual([
      undefined,
      30,
      30,
      15,
      15,
      7,
      7,
      1,
      1,
      undefined,
    ]);
    expect(DIAS_DE_AVISO).toEqual([30, 15, 7, 1]);
  });
});
