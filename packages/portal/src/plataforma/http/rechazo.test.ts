import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errores } from '../errores/index.ts';
import { problema } from './problema.ts';
import { esRechazo, rechazo } from './rechazo.ts';
import { validar } from './validar.ts';

describe('rechazo', () => {
  it('de un campo o de ninguno, siempre 422 y con código', () => {
    expect(rechazo({ nit: 'No existe.' })).toEqual({
      tipo: 'rechazo',
      codigo: 'plataforma.datos-invalidos',
      mensaje: 'Hay datos por corregir.',
      campos: { nit: 'No existe.' },
      estado: 422,
    });
    expect(rechazo('Ya venció.', { codigo: 'citas.vencida' })).toMatchObject({
      codigo: 'citas.vencida',
      mensaje: 'Ya venció.',
      campos: { _: 'Ya venció.' },
    });
  });

  it('se distingue de lo que un caso de uso devuelve cuando sí', () => {
    expect(esRechazo(rechazo('no'))).toBe(true);
    expect([undefined, null, 'rechazo', { a: '/mesa' }].some(esRechazo)).toBe(false);
  });

  it('en la API es un problema con su código y sus campos; lo que no es de ninguno es el título', () => {
    const deUno = errores.deRechazo(rechazo({ nit: 'No existe.' }, { codigo: 'rut.no' }));
    expect(problema(deUno, 'r')).toMatchObject({
      status: 422,
      codigo: 'rut.no',
      campos: { nit: 'No existe.' },
    });
    const general = problema(errores.deRechazo(rechazo('Ya venció.')), 'r');
    expect(general).toMatchObject({ title: 'Ya venció.' });
    expect(general).not.toHaveProperty('campos');
  });

  it('lo que el esquema no acepta tiene la misma forma', () => {
    const leido = validar(z.object({ nit: z.string({ error: 'Escriba el NIT.' }) }), {});
    expect(leido.ok ? {} : rechazo(leido.campos).campos).toEqual({ nit: 'Escriba el NIT.' });
  });
});
