import { describe, expect, it } from 'vitest';
import { bienDicha, buscar, ENTIDAD } from '../../../pruebas/tramites.ts';
import { fecha } from '../../fechas/index.ts';
import { porcentajeEscrito } from '../bloque.ts';
import { bloquesDeHojas, claveDe } from '../hojas.ts';
import type { Profesional, RegistroRut, Representante, Sede, Socio } from '../registro.ts';
import { cambiosDelRut, codigosPorAgregar, conCodigos, evaluarActualizacion } from './index.ts';
import type { HechosActualizacion } from './index.ts';

const HOY = fecha('2026-03-10');
const representante = (numero: string, mas: Partial<Representante> = {}): Representante => ({
  representacion: '18',
  desde: fecha('2020-01-02'),
  tipoDocumento: '13',
  numero,
  primerApellido: 'ROJAS',
  primerNombre: `MARCELA ${numero}`,
  ...mas,
});
const socio = (numero: string, participacion: number, mas: Partial<Socio> = {}): Socio => ({
  tipoDocumento: '31',
  numero,
  nacionalidad: '169',
  razonSocial: `SOCIA ${numero}`,
  capital: '1000000',
  participacion,
  ingreso: fecha('2020-01-02'),
  ...mas,
});
const CONTADOR: Profesional = {
  tipoDocumento: '13',
  numero: '1990000009',
  primerApellido: 'DÍAZ',
  primerNombre: 'ANA',
  tarjetaProfesional: '12345-T',
  firmaNit: '999900009',
  firmaNombre: 'CUENTAS CLARAS',
  nombramiento: fecha('2024-05-06'),
};
const SEDE: Sede = {
  tipo: '02',
  actividad: '4711',
  nombre: 'LA ESQUINA',
  municipio: '11001',
  direccion: 'CL 1 2 3',
  fechaMatricula: fecha('2021-03-04'),
};
const ANTES: RegistroRut = { ...ENTIDAD, representantes: [representante('1990000001')] };

function evaluar(despues: Partial<RegistroRut>, mas: Partial<HechosActualizacion> = {}) {
  const e = evaluarActualizacion({
    antes: ANTES,
    despues: { ...ANTES, ...despues },
    hoy: HOY,
    estado: 'activo',
    ...mas,
  });
  bienDicha(e);
  return e;
}

describe('hojas 3 a 6 del formulario 001', () => {
  it('cada bloque tiene las casillas de su hoja, con sus números', () => {
    const registro = {
      ...ANTES,
      socios: [socio('999900002', 3333)],
      revisorFiscal: CONTADOR,
      revisorFiscalSuplente: CONTADOR,
      contador: CONTADOR,
      sedes: [SEDE],
    };
    const bloques = bloquesDeHojas(registro);
    expect(bloques.map((b) => [b.hoja, b.casillas[0]?.numero, b.casillas.at(-1)?.numero])).toEqual([
      ['3', '98', '107'],
      ['4', '111', '123'],
      ['5', '124', '135'],
      ['5', '136', '147'],
      ['5', '148', '159'],
      ['6', '160', '169'],
    ]);
    const valor = (numero: string) =>
      bloques.flatMap((b) => b.casillas).find((c) => c.numero === numero)?.valor;
    expect(valor('98')).toBe('18 Representante legal principal');
    expect(valor('113')).toMatch(/^\d$/);
    expect(valor('120')).toBe('$ 1.000.000');
    expect(valor('121')).toBe('33,33');
    expect(valor('127')).toBe('12345-T');
    expect(valor('160')).toBe('02 Establecimiento de comercio');
    expect(valor('163')).toContain('11');
  });

  it.each([
    [10_000, '100'],
    [5, '0,05'],
    [1250, '12,50'],
  ])('%d centésimas se escriben %s', (centesimas, escrito) => {
    expect(porcentajeEscrito(centesimas)).toBe(escrito);
  });

  it('de una versión a otra: quién entra, quién sale, y qué casilla de quien sigue', () => {
    const despues = {
      ...ANTES,
      representantes: [
        representante('1990000001', { desde: fecha('2021-01-02') }),
        representante('1990000002', { representacion: '19' }),
      ],
    };
    expect(cambiosDelRut(ANTES, despues).map((c) => [c.casilla, c.antes, c.dato])).toEqual([
      ['99', '20200102', 'representantes'],
      ['98 a 107', '', 'representantes'],
    ]);
    const [salida] = cambiosDelRut(despues, { ...ANTES, representantes: despues.representantes.slice(0, 1) });
    expect(salida).toMatchObject({ casilla: '98 a 107', despues: '' });
    expect(salida?.antes).toContain('Número de identificación: 1990000002');
  });
});

describe('representantes, revisores y contadores (DUR 1.6.1.2.1 num. 9)', () => {
  const nuevo = representante('1990000002');
  const conRut = (tiene: boolean) => ({ conRut: { [claveDe(nuevo)]: tiene } });

  it.each<[string, Partial<HechosActualizacion>, string]>([
    ['con RUT propio', conRut(true), 'cumple'],
    ['sin RUT', conRut(false), 'no-cumple'],
    ['sin saberlo', {}, 'no-se-sabe'],
  ])('un representante nuevo %s: %s', (_, mas, estado) => {
    expect(evaluar({ representantes: [nuevo] }, mas).estado).toBe(estado);
  });

  it('del contador también se pregunta; de quien ya estaba, no', () => {
    expect(evaluar({ contador: CONTADOR }, { conRut: { [claveDe(CONTADOR)]: false } }).estado).toBe(
      'no-cumple',
    );
    const deAntes = { ...CONTADOR, numero: '1990000001' };
    expect(evaluar({ contador: deAntes }).estado).toBe('cumple');
  });

  it.each<[string, Representante[] | undefined, string]>([
    ['sin ninguno', [], 'no-cumple'],
    [
      'con uno que ejerce desde mañana',
      [representante('1990000002', { desde: fecha('2026-03-11') })],
      'no-cumple',
    ],
    ['con uno que ejerce desde hoy', [representante('1990000002', { desde: HOY })], 'cumple'],
  ])('una entidad no queda %s: %s', (_, representantes, estado) => {
    const e = evaluar({ representantes: representantes ?? [] }, conRut(true));
    expect(buscar(e, 'queda-representante')?.estado).toBe(estado);
  });

  it('la misma persona dos veces en la misma calidad, no; en dos calidades, sí', () => {
    const dos = [representante('1990000001'), representante('1990000001')];
    expect(buscar(evaluar({ representantes: dos }), 'calidades-de-representacion')?.estado).toBe('no-cumple');
    const otra = [representante('1990000001'), representante('1990000001', { representacion: '07' })];
    expect(evaluar({ representantes: otra }).estado).toBe('cumple');
    const rara = [representante('1990000001'), representante('1990000001', { representacion: '99' })];
    expect(evaluar({ representantes: rara }).estado).toBe('no-cumple');
  });
});

describe('socios y establecimientos', () => {
  it.each<[string, Socio[], string]>([
    ['100 % justo', [socio('1', 5000), socio('2', 5000)], 'cumple'],
    ['100,01 %', [socio('1', 5000), socio('2', 5001)], 'no-cumple'],
    [
      'más, pero uno salió',
      [socio('1', 10_000, { retiro: fecha('2025-01-01') }), socio('2', 10_000)],
      'cumple',
    ],
  ])('%s: %s', (_, socios, estado) => {
    expect(buscar(evaluar({ socios }), 'participaciones')?.estado).toBe(estado);
  });

  it('nadie sale antes de entrar, ni un local cierra antes de matricularse', () => {
    const socios = [socio('1', 100, { retiro: fecha('2019-12-31') })];
    expect(buscar(evaluar({ socios }), 'fechas-de-socios')?.estado).toBe('no-cumple');
    const sedes = [{ ...SEDE, cierre: fecha('2021-03-03') }];
    expect(buscar(evaluar({ sedes }), 'fechas-de-sedes')?.estado).toBe('no-cumple');
  });

  it.each<[string, Socio[], string]>([
    ['el mismo documento dos veces', [socio('1', 10), socio('1', 20)], 'no-cumple'],
    ['otra vez, después de salir', [socio('1', 10, { retiro: HOY }), socio('1', 20)], 'cumple'],
    ['dos documentos', [socio('1', 10), socio('2', 10)], 'cumple'],
  ])('socios con %s: %s', (_, socios, estado) => {
    expect(buscar(evaluar({ socios }), 'socios-distintos')?.estado).toBe(estado);
  });

  it('dos locales abiertos no se llaman igual; si ya era así, no es culpa de esta actualización', () => {
    expect(buscar(evaluar({ sedes: [SEDE, SEDE] }), 'sedes-distintas')?.estado).toBe('no-cumple');
    const antes = { ...ANTES, sedes: [SEDE, SEDE] };
    const despues = { ...antes, sedes: [SEDE, SEDE, { ...SEDE, nombre: 'OTRA' }] };
    expect(evaluarActualizacion({ antes, despues, hoy: HOY, estado: 'activo' }).estado).toBe('cumple');
  });

  it('lo que no cambió no se juzga', () => {
    const antes = { ...ANTES, socios: [socio('1', 20_000)] };
    const despues = { ...antes, sedes: [SEDE] };
    expect(evaluarActualizacion({ antes, despues, hoy: HOY, estado: 'activo' }).estado).toBe('cumple');
  });
});

describe('qué códigos de la casilla 53 puede agregar uno mismo', () => {
  const codigos = codigosPorAgregar(ANTES);
  const el = (codigo: string) => codigos.find((c) => c.codigo === codigo);

  it.each([
    ['07', undefined],
    ['48', undefined],
    ['13', 'no-cumple'],
    ['45', 'no-se-sabe'],
    ['04', 'no-cumple'],
  ])('el %s: %s', (codigo, impedimento) => {
    expect(el(codigo)).toBeDefined();
    expect(el(codigo)?.impedimento?.estado).toBe(impedimento);
  });

  it('los que ya tiene, los históricos y los que no existen no se ofrecen', () => {
    for (const codigo of ['05', '53', '11', '12', '57', '30']) expect(el(codigo)).toBeUndefined();
  });

  it.each([
    [['05', '49'], '48', ['05', '48']],
    [['05', '49', '50'], '33', ['05', '33', '49']],
    [['05'], '07', ['05', '07']],
  ])('%j más %s es %j: hacerse responsable quita el «no responsable»', (tenia, nuevo, queda) => {
    const antes = {
      ...ANTES,
      tipoContribuyente: '2' as const,
      clasificacion: { ...ANTES.clasificacion, responsabilidades: tenia },
    };
    const despues = conCodigos(antes, [nuevo]);
    expect(despues.clasificacion.responsabilidades).toEqual(queda);
    expect(evaluarActualizacion({ antes, despues, hoy: HOY, estado: 'activo' }).estado).toBe('cumple');
  });

  it('con 48 y 49 quitados a la vez, cada uno por su razón', () => {
    const antes = { ...ANTES, clasificacion: { ...ANTES.clasificacion, responsabilidades: ['05', '48'] } };
    const despues = { ...antes, clasificacion: { ...antes.clasificacion, responsabilidades: ['49'] } };
    const e = evaluarActualizacion({ antes, despues, hoy: HOY, estado: 'activo' });
    expect(buscar(e, 'quitar-48')?.estado).toBe('no-cumple');
    expect(buscar(e, 'quitar-05')?.estado).toBe('no-cumple');
  });
});
