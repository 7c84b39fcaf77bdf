import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { camposDe, idDeCampo, partesDeFecha, partesErradas, separarFecha, unirFecha } from './campos.ts';

describe('camposDe', () => {
  const campo = camposDe({
    valores: { correo: 'a@b.co', tipos: ['1', '2'], uno: 'x', 'f-dia': '2', 'f-mes': '8', 'f-anio': '2026' },
    errores: { correo: 'No existe' },
  });

  it('une a cada campo lo escrito y su error', () => {
    expect(campo.texto('correo')).toEqual({ nombre: 'correo', valor: 'a@b.co', error: 'No existe' });
    expect(campo.texto('ausente')).toEqual({ nombre: 'ausente', valor: '', error: undefined });
  });

  it('una casilla sola llega como texto, y varias como lista', () => {
    expect(campo.varios('tipos').valor).toEqual(['1', '2']);
    expect(campo.varios('uno').valor).toEqual(['x']);
    expect(campo.varios('ausente').valor).toEqual([]);
    expect(campo.texto('tipos').valor).toBe('1');
  });

  it('una fecha se lee de sus tres cajas', () => {
    expect(campo.fecha('f').valor).toEqual({ dia: '2', mes: '8', anio: '2026' });
  });
});

describe('fecha en tres cajas', () => {
  it('lo escrito gana a lo guardado, aunque se haya borrado', () => {
    const escrito = { f: '2026-08-02', 'f-dia': '', 'f-mes': '', 'f-anio': '' };
    expect(partesDeFecha(escrito, 'f')).toEqual({ dia: '', mes: '', anio: '' });
    expect(partesDeFecha({ f: '2026-08-02' }, 'f')).toEqual({ dia: '2', mes: '8', anio: '2026' });
  });

  it('separar y unir devuelve la misma fecha', () => {
    const dias = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dias, (d) => {
        const iso = d.toISOString().slice(0, 10);
        expect(unirFecha(separarFecha(iso))).toBe(iso);
      }),
    );
  });

  it('vacía es vacía; incompleta no parece una fecha', () => {
    expect(unirFecha({ dia: ' ', mes: '', anio: '' })).toBe('');
    expect(unirFecha({ dia: '2', mes: '', anio: '2026' })).not.toMatch(/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/);
  });

  it.each([
    [{ dia: '31', mes: '13', anio: '2015' }, ['mes']],
    [{ dia: '', mes: '8', anio: '15' }, ['dia', 'anio']],
    [{ dia: 'dos', mes: '8', anio: '2015' }, ['dia']],
    [{ dia: '30', mes: '2', anio: '2015' }, ['dia', 'mes', 'anio']],
  ])('de %o se marcan %o', (partes, erradas) => {
    expect(partesErradas(partes)).toEqual(erradas);
  });
});

describe('idDeCampo', () => {
  it('no deja salir del atributo ni del selector', () => {
    expect(idDeCampo('a"] b.c')).toBe('campo-a---b-c');
  });
});
