import { leerContrasenaDeFirma, REGLAS_CONTRASENA } from '@autogestion/normas/firma';
import { describe, expect, it } from 'vitest';
import { AYUDA_CONTRASENA_NUEVA, evaluarContrasena } from './fortaleza.ts';

const DATOS = ['LAURA', 'VALENTINA', 'SUÁREZ', 'ROJAS', '1990000001', 'laura.suarez@ejemplo.co'];

describe('una sola regla para las contraseñas', () => {
  it('la misma medida para la cuenta y para la firma, y la página la dice', async () => {
    const corta = 'x7-Qz mango'.slice(0, REGLAS_CONTRASENA.minimo - 1);
    expect(await evaluarContrasena(corta)).toContain(`al menos ${REGLAS_CONTRASENA.minimo} caracteres`);
    expect(leerContrasenaDeFirma(corta)).toMatchObject({ ok: false, codigo: 'corta' });
    expect(AYUDA_CONTRASENA_NUEVA).toContain(`Al menos ${REGLAS_CONTRASENA.minimo} caracteres`);
    expect(await evaluarContrasena('cometa molino turpial', DATOS)).toBeUndefined();
  });

  it.each([
    'Laura Valentina Suárez',
    'laura valentina suarez rojas',
    'SuarezRojas1990000001',
    'laura.suarez@ejemplo.co',
    'Suárez Rojas Suárez Rojas',
  ])('el propio nombre no es una: %s', async (escrita) => {
    expect(await evaluarContrasena(escrita, DATOS)).toMatch(/se adivina fácil/);
  });
});
