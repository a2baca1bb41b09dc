# The app and its server, without the tools that built them. docs/serving.md says how to run it.
FROM node:22-slim AS build
WORKDIR /hatteras
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=5173 HATTERAS_CACHE=/var/lib/hatteras
WORKDIR /hatteras
COPY --from=build /hatteras/package.json /hatteras/LICENSE ./
COPY --from=build /hatteras/dist dist
COPY --from=build /hatteras/dist-serve dist-serve
# The sandbox shows its API with this, at /api/docs/.
COPY --from=build /hatteras/node_modules/swagger-ui-dist/package.json /hatteras/node_modules/swagger-ui-dist/LICENSE /hatteras/node_modules/swagger-ui-dist/swagger-ui.css /hatteras/node_modules/swagger-ui-dist/swagger-ui-bundle.js node_modules/swagger-ui-dist/
# Only a sandbox keeps anything, and only here.
RUN mkdir /var/lib/hatteras && chown node:node /var/lib/hatteras
USER node
EXPOSE 5173
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/version.json`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist-serve/main.js"]
