export { rutasMesaObligaciones } from './rutas.ts';
