import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { RESPONSABILIDADES } from '../responsabilidades.ts';
import type { RegistroRut } from '../registro.ts';
import { bienDicha, buscar } from '../../../pruebas/tramites.ts';
import { casilla53TrasLaOpcion, efectosDeLaOpcion, evaluarOpcionSimple } from './index.ts';
import type { OpcionSimple } from './index.ts';

const con = (
  responsabilidades: string[],
  cambios: Partial<RegistroRut> = {},
  usuariosAduaneros: string[] = [],
): RegistroRut => ({
  tipoContribuyente: '2',
  nit: '1990000003',
  dv: 1,
  seccional: '32',
  identificacion: {
    tipoDocumento: '13',
    numero: '1990000003',
    paisExpedicion: '169',
    municipioExpedicion: '11001',
    primerApellido: 'GARCÍA',
    primerNombre: 'GERMÁN',
  },
  ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1 2 3', correo: 'german@ejemplo.co' },
  clasificacion: {
    actividadPrincipal: { codigo: '4711', desde: fecha('2020-01-01') },
    otrasActividades: [],
    establecimientos: 1,
    responsabilidades,
    usuariosAduaneros,
  },
  ...cambios,
});
const evaluar = (
  que: OpcionSimple,
  registro: RegistroRut,
  hoy: string,
  estado: 'activo' | 'suspendido' = 'activo',
) => evaluarOpcionSimple({ que, registro, estado, hoy: fecha(hoy) });

describe('acogerse al SIMPLE y salir de él (ET 909)', () => {
  it.each([
    ['entrar', ['05', '49'], '2026-01-01', 'cumple'],
    ['entrar', ['05', '49'], '2026-02-27', 'cumple'],
    ['entrar', ['05', '49'], '2026-02-28', 'no-cumple'],
    ['entrar', ['05', '49'], '2026-11-30', 'no-cumple'],
    ['salir', ['47', '49'], '2026-01-01', 'cumple'],
    ['salir', ['47', '49'], '2026-01-29', 'cumple'],
    // The last business day of January is late already.
    ['salir', ['47', '49'], '2026-01-30', 'no-cumple'],
  ] as const)('%s con %o el %s: %s', (que, codigos, hoy, estado) => {
    const e = evaluar(que, con([...codigos]), hoy);
    expect(e.estado).toBe(estado);
    expect(buscar(e, 'oportunidad')?.estado).toBe(estado);
    bienDicha(e);
  });

  it('tarde se dice cuándo terminó el plazo y cuándo empieza el siguiente', () => {
    expect(buscar(evaluar('entrar', con(['05']), '2026-03-10'), 'oportunidad')?.razon).toBe(
      'El plazo para pasarse al SIMPLE en 2026 terminó el 27 de febrero de 2026. El de 2027 empieza el 1 de enero de 2027.',
    );
  });

  it.each([
    ['entrar', con(['47']), 'regimen'],
    ['salir', con(['05']), 'regimen'],
    ['entrar', con(['04'], { tipoContribuyente: '1' }), 'regimen-especial'],
    // Out of the SIMPLE a customs user answers for IVA (ET 437 par. 3 num. 4).
    ['salir', con(['10', '47', '49'], {}, ['23']), 'no-responsable-con-calidad-aduanera-49'],
  ] as const)('%s: no, por lo que dice el RUT', (que, registro, id) => {
    const fallan = evaluar(que, registro, '2026-01-15').condiciones.filter((c) => c.estado !== 'cumple');
    expect(fallan.map((c) => c.id)).toEqual([id]);
  });

  it('con el RUT suspendido no se cambia de régimen', () => {
    expect(buscar(evaluar('entrar', con(['05']), '2026-01-15', 'suspendido'), 'rut-activo')?.estado).toBe(
      'no-cumple',
    );
  });

  it('la casilla 53 cambia el 05 por el 47, o al revés, y lo demás queda igual', () => {
    expect(casilla53TrasLaOpcion('entrar', ['05', '33', '48'])).toEqual(['33', '47', '48']);
    expect(casilla53TrasLaOpcion('salir', ['47', '49'])).toEqual(['05', '49']);
    const codigos = fc.subarray(RESPONSABILIDADES.map((r) => r.codigo));
    fc.assert(
      fc.property(codigos, fc.constantFrom<OpcionSimple>('entrar', 'salir'), (antes, que) => {
        const despues = casilla53TrasLaOpcion(que, antes);
        const otros = (c: readonly string[]) => c.filter((x) => x !== '05' && x !== '47').toSorted();
        expect(otros(despues)).toEqual(otros(antes));
        expect(despues.includes('47')).toBe(que === 'entrar');
        expect(despues.includes('05')).toBe(que === 'salir');
      }),
    );
  });

  it('cada cosa que cambia al declarar se dice con su artículo; el IVA y el consumo, solo a quien los tiene', () => {
    for (const que of ['entrar', 'salir'] as const)
      for (const { texto, articulo } of efectosDeLaOpcion(que, con(['33', '48', '49']), 2026)) {
        expect(texto).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
        expect(articulo).toMatch(/^ET \d/);
      }
    const dice = (codigos: string[]) =>
      efectosDeLaOpcion('entrar', con(codigos), 2026)
        .map((e) => e.texto)
        .join(' ');
    expect(dice(['05', '48'])).toContain('responsable de IVA');
    expect(dice(['05', '49'])).not.toContain('IVA');
    expect(dice(['05', '33'])).toContain('impuesto al consumo');
    expect(dice(['05']).replaceAll('\u00a0', ' ')).toContain('$ 183.309.000 (3.500 UVT)');
    const sinUvt = efectosDeLaOpcion('entrar', con(['05']), 2999).map((e) => e.texto);
    expect(sinUvt.join(' ')).toContain('no pasa de 3.500 UVT, no presenta');
  });
});
