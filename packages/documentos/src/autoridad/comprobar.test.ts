import { describe, expect, it } from 'vitest';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { comprobarAutoridad, crearAutoridad } from './index.ts';

const DIA = 86_400_000;
const codigos = async (...pedido: Parameters<typeof comprobarAutoridad>) =>
  (await comprobarAutoridad(...pedido)).map(({ codigo, pieza }) => `${pieza}: ${codigo}`);

describe('comprobarAutoridad', () => {
  it('no halla nada en una autoridad recién creada', async () => {
    expect(await comprobarAutoridad(await autoridadDePrueba(), AHORA)).toEqual([]);
  });

  it('acepta que la clave de la raíz se guarde fuera del servidor', async () => {
    const material = await autoridadDePrueba();
    const sinClave = { ...material, raiz: { certificado: material.raiz.certificado } };
    expect(await comprobarAutoridad(sinClave, AHORA)).toEqual([]);
  });

  it('avisa antes de que venza el sello y falla después', async () => {
    const material = await autoridadDePrueba();
    const vence = new Date(AHORA);
    vence.setUTCFullYear(vence.getUTCFullYear() + 3);
    const [aviso] = await comprobarAutoridad(material, new Date(vence.getTime() - 10 * DIA));
    expect(aviso).toMatchObject({ gravedad: 'aviso', codigo: 'por-vencer', pieza: 'sello' });
    const [falla] = await comprobarAutoridad(material, new Date(vence.getTime() + DIA));
    expect(falla).toMatchObject({ gravedad: 'falla', codigo: 'vencido', pieza: 'sello' });
    expect(falla?.texto).toMatch(/^El certificado del sello venció el \d{4}-\d{2}-\d{2}\.$/);
    expect(falla?.remedio).toContain('autogestion autoridad renovar');
  });

  it('un reloj atrasado se nota', async () => {
    const hallados = await codigos(await autoridadDePrueba(), new Date(AHORA.getTime() - DIA));
    expect(hallados).toContain('sello: aun-no-vigente');
  });

  it('una clave que no es la del certificado', async () => {
    const material = await autoridadDePrueba();
    const cambiada = { ...material, sello: { ...material.sello, clave: material.estampado.clave } };
    expect(await codigos(cambiada, AHORA)).toEqual(['sello: clave-ajena']);
  });

  it('una clave de declaraciones que no es la publicada', async () => {
    const material = await autoridadDePrueba();
    const cambiada = {
      ...material,
      declaracion: { ...material.declaracion, clave: material.sello.clave },
    };
    expect(await codigos(cambiada, AHORA)).toEqual(['declaracion: clave-ajena']);
  });

  it('un sello que la raíz no respalda', async () => {
    const material = await autoridadDePrueba();
    const otra = await crearAutoridad({ nombre: material.nombre, ahora: AHORA });
    expect(await codigos({ ...material, sello: otra.sello }, AHORA)).toEqual(['sello: cadena-rota']);
  });

  it('un sello puesto donde va el estampado', async () => {
    const material = await autoridadDePrueba();
    expect(await codigos({ ...material, estampado: material.sello }, AHORA)).toEqual([
      'estampado: uso-indebido',
    ]);
  });

  it('un certificado ilegible', async () => {
    const material = await autoridadDePrueba();
    const rota = { ...material, intermedia: { ...material.intermedia, certificado: 'nada' } };
    expect(await codigos(rota, AHORA)).toEqual(['intermedia: ilegible']);
  });
});
