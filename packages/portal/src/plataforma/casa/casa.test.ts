import { describe, expect, it } from 'vitest';
import { clase, SIN_CASA } from '../catalogo/index.ts';
import { json, ruta } from '../http/index.ts';
import { trabajo } from '../trabajos/index.ts';
import { abrirCasa, type Contenido } from './index.ts';

interface Fruta {
  nombre: string;
  color: string;
}
const FRUTAS = clase<Fruta>('kind of fruit', (f) => f.nombre);
const VERDURAS = clase<Fruta>('kind of vegetable', (f) => f.nombre);
const fruta = (nombre: string, color = 'rojo'): Fruta => ({ nombre, color });
const unTrabajo = (nombre: string) => trabajo({ nombre, ejecutar: async () => undefined });
const unaRuta = (nombre: string, camino = `/${nombre}`) =>
  ruta({ nombre, metodo: 'GET', camino, acceso: 'publico', manejar: async () => json({}) });
const huerta: Contenido = { nombre: 'huerta', recibe: [FRUTAS] };

describe('los tipos de una oficina', () => {
  it('se piden por su nombre, o todos, en el orden de las salas', () => {
    const casa = abrirCasa([
      { ...huerta, tipos: FRUTAS.de(fruta('mora')) },
      { nombre: 'patio', tipos: FRUTAS.de(fruta('lulo', 'verde'), fruta('uva')) },
    ]);
    expect(casa.uno(FRUTAS, 'lulo').color).toBe('verde');
    expect(casa.todos(FRUTAS).map((f) => f.nombre)).toEqual(['mora', 'lulo', 'uva']);
    expect(casa.todos(VERDURAS)).toEqual([]);
    expect(() => casa.uno(FRUTAS, 'pera')).toThrow('No room of this office has the kind of fruit pera');
  });

  it('dos clases no se mezclan, aunque sus tipos se llamen igual', () => {
    const casa = abrirCasa([
      {
        ...huerta,
        recibe: [FRUTAS, VERDURAS],
        tipos: [...FRUTAS.de(fruta('a')), ...VERDURAS.de(fruta('a'))],
      },
    ]);
    expect(casa.uno(FRUTAS, 'a')).not.toBe(casa.uno(VERDURAS, 'a'));
  });

  it('dos casas del mismo proceso no ven una lo de la otra', () => {
    const dia = abrirCasa([
      {
        ...huerta,
        tipos: FRUTAS.de(fruta('mora')),
        rutas: [unaRuta('huerta.ver', '/dia/:fruta')],
        trabajos: [unTrabajo('huerta.regar')],
        cuando: { 'huerta.hoja': ['huerta.regar'] },
      },
    ]);
    const noche = abrirCasa([{ ...huerta, rutas: [unaRuta('huerta.ver', '/noche/:fruta')] }]);
    expect([dia, noche].map((c) => c.todos(FRUTAS).length)).toEqual([1, 0]);
    expect([dia, noche].map((c) => c.suscriptores('huerta.hoja'))).toEqual([['huerta.regar'], []]);
    expect([dia, noche].map((c) => c.camino('huerta.ver'))).toEqual(['/dia/:fruta', '/noche/:fruta']);
  });

  it('quien trabaja sin una oficina alrededor no tiene ninguno, y lo dice', () => {
    expect(SIN_CASA.todos(FRUTAS)).toEqual([]);
    expect(() => SIN_CASA.uno(FRUTAS, 'mora')).toThrow('no office here that has the kind of fruit mora');
  });
});

describe('lo que está mal se dice al arrancar, con las salas', () => {
  const con =
    (...contenidos: Contenido[]) =>
    () =>
      abrirCasa(contenidos, ['patio.salir']);
  it.each<[string, () => unknown, string]>([
    [
      'una sala dos veces',
      con(huerta, huerta),
      'The room huerta is given twice: by the room huerta and by the room huerta',
    ],
    [
      'un tipo dos veces',
      con(
        { ...huerta, tipos: FRUTAS.de(fruta('mora')) },
        { nombre: 'patio', tipos: FRUTAS.de(fruta('mora')) },
      ),
      'The kind of fruit mora is given twice: by the room huerta and by the room patio',
    ],
    [
      'una ruta dos veces',
      con({ ...huerta, rutas: [unaRuta('a.b')] }, { nombre: 'patio', rutas: [unaRuta('a.b', '/otra')] }),
      'The route a.b is given twice: by the room huerta and by the room patio',
    ],
    [
      'una dirección dos veces',
      con({ ...huerta, rutas: [unaRuta('a.b', '/x')] }, { nombre: 'patio', rutas: [unaRuta('a.c', '/x')] }),
      'The address GET /x is given twice: by the room huerta and by the room patio',
    ],
    [
      'un trabajo dos veces',
      con({ ...huerta, trabajos: [unTrabajo('a.b')] }, { nombre: 'patio', trabajos: [unTrabajo('a.b')] }),
      'The job a.b is given twice: by the room huerta and by the room patio',
    ],
    [
      'falta la sala que atiende un tipo',
      con({ nombre: 'patio', tipos: FRUTAS.de(fruta('mora')) }),
      'The room patio has the kind of fruit mora, and this office has no room that handles any',
    ],
    [
      'se pide un tipo que nadie tiene',
      con(huerta, { nombre: 'patio', pide: FRUTAS.llamados('pera') }),
      'The room patio asks for the kind of fruit pera, which no room has',
    ],
    [
      'un hecho se atiende con un trabajo que no hay',
      con({ ...huerta, cuando: { 'huerta.hoja': ['huerta.regar'] } }),
      'The room huerta handles huerta.hoja with the job huerta.regar, which no room has',
    ],
    [
      'un hecho es de una sala que falta',
      con({ ...huerta, trabajos: [unTrabajo('huerta.regar')], cuando: { 'pozo.agua': ['huerta.regar'] } }),
      'The room huerta handles pozo.agua, and this office has no room pozo to publish it',
    ],
    [
      'un enlace a ninguna parte',
      con({ ...huerta, enlaces: ['patio.salir', 'patio.entrar'] }),
      'The room huerta leads to the route patio.entrar, which no room mounts or plans',
    ],
    [
      'una ruta planeada que ya existe',
      con({ nombre: 'patio', rutas: [unaRuta('patio.salir')] }),
      'The route patio.salir is said to be planned, and the room patio mounts it',
    ],
  ])('%s', (_, abrir, mensaje) => {
    expect(abrir).toThrow(mensaje);
  });
});
