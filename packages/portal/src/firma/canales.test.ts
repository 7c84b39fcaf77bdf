import { describe, expect, it } from 'vitest';
import { canalesDeHistoria, type Contacto } from './canales.ts';

const DIA = 86_400_000;
const AHORA = new Date('2026-03-10T15:00:00Z');
const hace = (dias: number) => new Date(AHORA.getTime() - dias * DIA);
const version = (dias: number, cambios: Partial<Contacto> = {}): Contacto => ({
  correo: 'marcela@ejemplo.co',
  telefono: '3995550101',
  desde: hace(dias),
  ...cambios,
});
const canales = (...historia: Contacto[]) => {
  const { admitidos, enEspera } = canalesDeHistoria(historia, AHORA);
  return { admitidos: admitidos.map(({ canal }) => canal), enEspera: enEspera.map(({ canal }) => canal) };
};

describe('a dónde puede ir la clave dinámica', () => {
  it('al correo y al celular registrados, que se muestran a medias', () => {
    expect(canalesDeHistoria([version(90)], AHORA).admitidos).toEqual([
      { canal: 'correo', destino: 'marcela@ejemplo.co', enmascarado: 'm…a@ejemplo.co' },
      { canal: 'sms', destino: '3995550101', enmascarado: '399 ••• ••01' },
    ]);
  });

  it('a un fijo no, ni a un correo de una letra se le ve entera la cuenta', () => {
    expect(canales(version(90, { telefono: '6015550101' })).admitidos).toEqual(['correo']);
    const [uno] = canalesDeHistoria([version(90, { correo: 'ab@x.co', telefono: null })], AHORA).admitidos;
    expect(uno?.enmascarado).toBe('a…@x.co');
  });

  it('un correo cambiado espera 72 horas; el celular que no cambió sirve entre tanto', () => {
    const viejo = version(90, { correo: 'otro@ejemplo.co' });
    expect(canales(viejo, version(2.9))).toEqual({ admitidos: ['sms'], enEspera: ['correo'] });
    expect(canales(viejo, version(3))).toEqual({ admitidos: ['correo', 'sms'], enEspera: [] });
  });

  it('los avisos van al correo registrado y, mientras es nuevo, también al anterior', () => {
    const viejo = version(90, { correo: 'otro@ejemplo.co' });
    const avisos = (...historia: Contacto[]) => canalesDeHistoria(historia, AHORA).avisos;
    expect(avisos(viejo, version(1))).toEqual(['marcela@ejemplo.co', 'otro@ejemplo.co']);
    expect(avisos(viejo, version(30))).toEqual(['marcela@ejemplo.co']);
  });

  it('si cambiaron los dos no hay a dónde, y una mayúscula no es un cambio', () => {
    const viejo = version(90, { correo: 'otro@ejemplo.co', telefono: '3995550999' });
    expect(canales(viejo, version(1)).admitidos).toEqual([]);
    expect(canales(version(90, { correo: 'Marcela@Ejemplo.co' }), version(1)).enEspera).toEqual([]);
  });
});
